import LRConfiguration
import LRExplore
import LRPlot

/// docs/explore.md: the keys, and a visit as its screens.
extension Documentation {
  func explorePage() throws -> String {
    let keys = KeyHelp.all.map { "| \($0.keys) | \($0.text) |" }
    return Self.explorePageHead + keys.joined(separator: "\n") + "\n" + Self.explorePageFacts
      + (try Self.visit())
  }

  private static let visited = """
    {
      "scheduler": {
        "type": "WarmupCosineLR",
        "params": {"total_num_steps": 100000, "warmup_num_steps": 2000}
      }
    }
    """

  /// What is pressed, and what is said of the screen that follows.
  private static let stations = [
    (
      "",
      "The curve, the values at the cursor as `csv` writes them, the piece that it lies in, and the"
        + " parameters."
    ),
    (
      "n n",
      "`n` goes to the next breakpoint, twice here: the warm-up is over, and the cosine begins."
    ),
    (
      "tab tab tab 20k enter",
      "What if the warm-up were longer? Tab selects the parameter, digits type its value, Enter takes it. The"
        + " curve as it was given stays behind the new one, and the values say what they were."
    ),
    (
      "down down",
      "Arrows change it too, by one in the second digit."
    ),
    (
      "-5 enter",
      "A value that the framework refuses says why, and changes nothing."
    ),
    (
      "esc d",
      "`d` shows the difference to what was given."
    ),
    (
      "d g10k enter + + + +",
      "`g` goes to a step, `+` looks closer about the cursor."
    ),
    (
      "0 @ down down",
      "`@` asks for another release; arrows go through those that changed something of this scheduler."
    ),
    ("esc ?", "`?` shows all keys."),
  ]

  private static func visit() throws -> String {
    let resolution = try Resolution(
      ["./ds_config.json"], options: ScheduleOptions(),
      contents: ["./ds_config.json": Array(visited.utf8)])
    var recording = Recording(
      of: try Model(resolution, style: TerminalStyle(usesBraille: true, usesColour: false)))
    return stations.map { keys, text in
      let title = keys.isEmpty ? "" : "Keys: `\(keys)`\n\n"
      return "\n\(text)\n\n\(title)```text\n\(recording.frame(after: keys))```\n"
    }.joined()
  }
}

extension Documentation {
  private static let explorePageHead = """
    # Explore

    `lrsched explore SCHEDULE...` shows curves in the whole terminal, for the moment when someone asks what would
    be if the warm-up were longer. It takes what `plot` takes: names, configurations, parameters, `--steps`, `--lr`,
    `--from`, `--to`, `--log-x` and `--log-y`. (`make gallery` writes this page; its screens are drawn by the program,
    and a test holds the page to it.)

    | key | what it does |
    |---|---|

    """

  private static let explorePageFacts = """

    Every number is exact. Nothing is sampled, so that 10^12 steps are as quick as a hundred, and the values at the
    cursor are the text that `lrsched eval` writes. A value of PyTorch's recursions follows from all before it: where
    these are more than a million it is computed when Enter asks for it, and up to 2^30; beyond, the view says how
    many they are instead of a number that is only near.

    - **Typing a value.** While a parameter is selected, a digit, `.`, `-`, a quote or `[` begins its new value, and
      Enter edits the old one; letters stay keys, so that `q` always leaves. Values are typed as on the command line:
      `20k`, `1e-4`, `[0.1, 0.01]`, `linear`. Esc drops what is typed, and once more goes back to the curves, where `-`
      and `0` zoom.
    - **base lr** is the optimizer's own rate, where the schedule reads it: one number, or one a parameter group with
      commas between them, as `--lr` takes them.
    - **w** asks for a file's name, whose end decides: `.png`, `.svg` and `.pdf` are the picture of what is seen, `.csv`
      the rows that are seen (of more than a million, every k-th), `.json` the selected schedule: the `scheduler` of a
      `ds_config.json`, with its optimizer where that is not the usual one, or training arguments for Hugging Face's.
      The view says which command reads it again; it has tried it.
    - **y** says, when the view has ended, the `lrsched plot` of the schedules, steps and axes that were seen. Where no
      single command line makes all schedules (different base rates), it says one for each.
    - **The mouse** moves the cursor, and its wheel zooms, where the terminal tells of it.
    - **Terminals.** The view needs 40 x 12 cells, draws with braille where the locale is UTF-8 and in ASCII else, and has
      no colours where `NO_COLOR` is set. From 100 columns on the parameters stand on the right. ctrl-Z stops the
      program and `fg` calls it back. However it ends but by SIGKILL, the terminal is as it was. Where there is none, or `TERM` is
      `dumb`, `lrsched plot --format term` draws the same curves.

    ## A visit

    ```json
    \(visited)
    ```

    `lrsched explore ds_config.json`, in a terminal of 80 x 24 without colours. In one with colours the curve that was
    given is grey.

    """
}
