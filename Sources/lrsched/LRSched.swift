import ArgumentParser

/// The command line's root.
struct LRSched: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lrsched",
    abstract: "Shows what a learning-rate schedule will do, to the bit, before the run.",
    discussion: """
      SCHEDULE is a name (`lrsched list` has them all), a name with parameters \
      (warmup-cosine:total_num_steps=5000), a ds_config.json, or - for standard input; \
      @RELEASE behind it says whose numbers are wanted (ds_config.json@0.14).

      EXAMPLES:
        lrsched plot ds_config.json
        lrsched explore ds_config.json
        lrsched csv warmup-cosine > curve.csv
        lrsched csv onecycle --steps 1e5 --cycle-max-lr 0.01
        lrsched eval warmup-lr:warmup_num_steps=50 --at 0,1,50,5e6
        lrsched compare ds_config.json@0.18 ds_config.json@0.19
        lrsched check run.log --against ds_config.json
        lrsched lint ds_config.json
      """,
    version: "lrsched \(version)",
    subcommands: [
      List.self, Show.self, CSV.self, JSON.self, NPY.self, Eval.self, Plot.self, Explore.self,
      Compare.self,
      Check.self, LintCommand.self, Completions.self, Complete.self, Documentation.self,
    ])
}

/// The release of this program.
let version = "0.1.0"
