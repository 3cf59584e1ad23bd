import { Command, CommanderError } from "commander";
import { addCheck } from "./commands/check.ts";
import { addCompletion } from "./commands/completion.ts";
import type { Context } from "./commands/context.ts";
import { addDataExport } from "./commands/data-export.ts";
import { addDataImport } from "./commands/data-import.ts";
import { addDataInspect } from "./commands/data-inspect.ts";
import { addDataValidate } from "./commands/data-validate.ts";
import { addDoctor } from "./commands/doctor.ts";
import { addEstimate } from "./commands/estimate.ts";
import { addEstimateDraws } from "./commands/estimate-draws.ts";
import { addExamples } from "./commands/examples.ts";
import { addModelRun } from "./commands/model-run.ts";
import { addQuery } from "./commands/query.ts";
import { certaintyQuery } from "./commands/query-certainty.ts";
import { classQuery } from "./commands/query-class.ts";
import { extractionQuery } from "./commands/query-extraction.ts";
import { footprintQuery } from "./commands/query-footprint.ts";
import { inequalityQuery } from "./commands/query-inequality.ts";
import { linkagesQuery } from "./commands/query-linkages.ts";
import { mitigationQuery } from "./commands/query-mitigation.ts";
import { originsQuery } from "./commands/query-origins.ts";
import { partnersQuery } from "./commands/query-partners.ts";
import { pathsQuery } from "./commands/query-paths.ts";
import { peersQuery } from "./commands/query-peers.ts";
import { pricesQuery } from "./commands/query-prices.ts";
import { productsQuery } from "./commands/query-products.ts";
import { ratesQuery } from "./commands/query-rates.ts";
import { responsibilityQuery } from "./commands/query-responsibility.ts";
import { sdaQuery } from "./commands/query-sda.ts";
import { stressorsQuery } from "./commands/query-stressors.ts";
import { typesQuery } from "./commands/query-types.ts";
import { usesQuery } from "./commands/query-uses.ts";
import { addReleaseCreate } from "./commands/release-create.ts";
import { addReleaseDiff } from "./commands/release-diff.ts";
import { addReleasePackage } from "./commands/release-package.ts";
import { addReleaseVerify } from "./commands/release-verify.ts";
import { addScenarioDiff } from "./commands/scenario-diff.ts";
import { addScenarioFromLink } from "./commands/scenario-from-link.ts";
import { addScenarioGallery } from "./commands/scenario-gallery.ts";
import { addScenarioGoal } from "./commands/scenario-goal.ts";
import { addScenarioLink } from "./commands/scenario-link.ts";
import { addScenarioList } from "./commands/scenario-list.ts";
import { addScenarioNew } from "./commands/scenario-new.ts";
import { addScenarioRun } from "./commands/scenario-run.ts";
import { addScenarioSweep } from "./commands/scenario-sweep.ts";
import { addScenarioValidate } from "./commands/scenario-validate.ts";
import { addSchemaPrint } from "./commands/schema-print.ts";
import { addSiteBuild } from "./commands/site-build.ts";
import { addSiteCheck } from "./commands/site-check.ts";
import { addSiteServe } from "./commands/site-serve.ts";
import { EXIT, exitCodeOf } from "./exit-code.ts";
import { createOutput, type Output } from "./output.ts";
import { reportError, reportUsage } from "./report-error.ts";
import { readTerminalWidth } from "./terminal-width.ts";
import { VERSION } from "./version.ts";

const QUERIES = [
  footprintQuery,
  usesQuery,
  stressorsQuery,
  originsQuery,
  mitigationQuery,
  classQuery,
  sdaQuery,
  partnersQuery,
  peersQuery,
  pathsQuery,
  productsQuery,
  ratesQuery,
  linkagesQuery,
  extractionQuery,
  responsibilityQuery,
  pricesQuery,
  inequalityQuery,
  typesQuery,
  certaintyQuery,
];

const SCENARIO_VERBS = [
  addScenarioNew,
  addScenarioList,
  addScenarioValidate,
  addScenarioRun,
  addScenarioDiff,
  addScenarioSweep,
  addScenarioGoal,
  addScenarioGallery,
  addScenarioLink,
  addScenarioFromLink,
];

const RELEASE_VERBS = [addReleaseCreate, addReleaseDiff, addReleaseVerify, addReleasePackage];

/**
 * Run the command line.
 *
 * @param argv Arguments after the name of the command.
 * @returns Exit code.
 */
export async function main(argv: readonly string[], output: Output = createOutput()): Promise<number> {
  const context: Context = { output, exitCode: 0 };
  try {
    await createProgram(context).parseAsync(argv.length > 0 ? argv : ["--help"], { from: "user" });
    return context.exitCode;
  } catch (error) {
    const code = exitCodeOf(error);
    const json = /(^|\s)(--json|--format[ =]json)(\s|$)/.test(argv.join(" "));
    if (!(error instanceof CommanderError)) reportError(error, output, json);
    else if (json && code !== EXIT.ok) reportUsage(error, output);
    return code;
  }
}

/** All commands, as the help and the completions see them. */
function createProgram(context: Context): Command {
  const { output } = context;
  const program = new Command("tributary")
    .description("Who cuts carbon for whom: consumption-based carbon accounts of Chinese cities.")
    .version(VERSION)
    .exitOverride()
    // An option belongs to the command that it follows: "estimate draws --out" is not an --out of "estimate".
    .enablePositionalOptions()
    .configureOutput({
      writeOut: output.data,
      writeErr: (text) => output.message(text.trimEnd()),
      // As commander itself has it where nobody says how wide the terminal is.
      getOutHelpWidth: () => readTerminalWidth() ?? 80,
      getErrHelpWidth: () => readTerminalWidth() ?? 80,
    })
    .configureHelp({ minWidthToWrap: 20 })
    .showHelpAfterError('Add "--help" for examples.');
  addExamples(program, ["estimate", "model run", "query footprint --region 430100", "site build"]);
  addEstimateDraws(addEstimate(program, context), context);
  const data = program
    .command("data")
    .summary("import, check and export tables")
    .description("Import, check and export tables.");
  addDataInspect(data, context);
  addDataImport(data, context);
  addDataValidate(data, context);
  addDataExport(data, context);
  addModelRun(program.command("model").summary("compute results").description("Compute results."), context);
  addCheck(program, context);
  const query = program
    .command("query")
    .summary("read the results of a release")
    .description("Read the results of a release.");
  for (const each of QUERIES) addQuery(query, each, context);
  const scenario = program
    .command("scenario")
    .summary("write, check, run and share what-if scenarios")
    .description("Write, check, run and share what-if scenarios.");
  for (const add of SCENARIO_VERBS) add(scenario, context);
  const release = program
    .command("release")
    .summary("publish releases, compare them, check and package them")
    .description("Publish releases, compare them, check and package them.");
  for (const add of RELEASE_VERBS) add(release, context);
  const site = program
    .command("site")
    .summary("build, serve and check the pages")
    .description("Build, serve and check the pages.");
  addSiteBuild(site, context);
  addSiteServe(site, context);
  addSiteCheck(site, context);
  addDoctor(program, context);
  addSchemaPrint(program.command("schema").description("Print the JSON Schema of a file."), context);
  addCompletion(program, context);
  return program;
}
