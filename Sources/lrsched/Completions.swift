import ArgumentParser
import LRText

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Writes the completion script of a shell.",
    discussion: """
      The script asks the program, so it knows every schedule, its parameters and the releases.

      EXAMPLES:
        source <(lrsched completions bash)
        lrsched completions zsh > ~/.zfunc/_lrsched
        lrsched completions fish > ~/.config/fish/completions/lrsched.fish
      """)

  @ArgumentParser.Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    try withOutput(to: .standardOutput) { try $0.append(shell.script + "\n") }
  }
}

/// A shell that words can be completed in.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish

  /// What the shell reads.
  ///
  /// `complete` answers with a candidate a line, and `:files` where a file may stand.
  var script: String {
    switch self {
    case .bash:
      #"""
      _lrsched() {
        # What readline replaces, $2, is less than a word: it takes words apart at : and =, and at @.
        local line=${COMP_LINE:0:COMP_POINT} part=${2//\\/} current candidate
        local -a words
        read -a words <<<"$line"
        [[ $line == *[[:space:]] ]] && words+=("")
        current=${words[${#words[@]}-1]}
        # A word in quotes may hold spaces.
        [[ $current == *"$part" ]] || current=$part
        words[${#words[@]}-1]=$current
        COMPREPLY=()
        while IFS= read -r candidate; do
          if [[ $candidate == :files ]]; then
            compopt -o filenames 2>/dev/null
            local IFS=$'\n'
            COMPREPLY+=($(compgen -f -- "$part"))
          else
            COMPREPLY+=("${candidate#"${current%"$part"}"}")
          fi
        done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
        [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
        return 0
      }
      complete -F _lrsched lrsched
      """#
    case .zsh:
      #"""
      #compdef lrsched
      _lrsched() {
        local -a candidates
        candidates=("${(@f)$("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
        local -i files=${candidates[(I):files]}
        candidates=("${(@)candidates:#(:files|)}")
        local -a open=(${(M)candidates:#*=}) closed=(${candidates:#*=})
        (( $#open )) && compadd -S '' -- "${open[@]}"
        (( $#closed )) && compadd -- "${closed[@]}"
        (( files )) || return 0
        [[ $PREFIX == --*=* ]] && compset -P '*='
        _files
      }
      if [[ $funcstack[1] == _lrsched ]]; then _lrsched "$@"; else compdef _lrsched lrsched; fi
      """#
    case .fish:
      #"""
      function __lrsched_candidates
        set -l words (commandline --tokenize --cut-at-cursor --current-process)
        set -l typed (commandline --current-token --cut-at-cursor)
        set -l current (string unescape -- "$typed"; or echo "$typed")
        for candidate in (lrsched complete -- $words[2..] "$current" 2>/dev/null)
          if test "$candidate" = :files
            set -l option (string match --regex -- '^--[^=]*=' "$current")
            for path in (__fish_complete_path (string replace -- "$option" '' "$current"))
              echo "$option$path"
            end
          else
            echo $candidate
          end
        end
      end
      complete --command lrsched --no-files --arguments '(__lrsched_candidates)'
      """#
    }
  }
}
