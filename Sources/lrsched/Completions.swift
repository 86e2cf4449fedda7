import ArgumentParser
import LRText

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the completion script of a shell.",
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
        # Bash takes words apart at : = and @; a candidate replaces only what is behind the last one.
        local line=${COMP_LINE:0:COMP_POINT} current head candidate
        local -a words
        read -ra words <<<"$line"
        [[ $line == *[[:space:]] ]] && words+=("")
        current=${words[${#words[@]}-1]}
        head=${current%"${current##*[:=@]}"}
        COMPREPLY=()
        while IFS= read -r candidate; do
          if [[ $candidate == :files ]]; then
            compopt -o filenames 2>/dev/null
            local IFS=$'\n'
            COMPREPLY+=($(compgen -f -- "$current"))
          else
            COMPREPLY+=("${candidate#"$head"}")
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
        (( ${candidates[(I):files]} )) && _files
        candidates=("${(@)candidates:#(:files|)}")
        local -a open=(${(M)candidates:#*=}) closed=(${candidates:#*=})
        (( $#open )) && compadd -S '' -- "${open[@]}"
        (( $#closed )) && compadd -- "${closed[@]}"
      }
      if [[ $funcstack[1] == _lrsched ]]; then _lrsched "$@"; else compdef _lrsched lrsched; fi
      """#
    case .fish:
      #"""
      function __lrsched_candidates
        set -l words (commandline --tokenize --cut-at-cursor --current-process)
        set -l current (commandline --current-token --cut-at-cursor)
        for candidate in (lrsched complete -- $words[2..] "$current" 2>/dev/null)
          if test "$candidate" = :files
            __fish_complete_path "$current"
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
