import { writeFileSync } from "node:fs";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Keeps the count of a run in a file after every mutant, so that a run that is stopped has said something too. */
class Tally {
  #counts = { mutants: 0, byStatus: {}, alive: [] };

  onMutationTestingPlanReady({ mutantPlans }) {
    this.#counts.mutants = mutantPlans.length;
    this.#save();
  }

  onMutantTested({ status, fileName, location, replacement, mutatorName }) {
    this.#counts.byStatus[status] = (this.#counts.byStatus[status] ?? 0) + 1;
    if (status === "Survived" || status === "NoCoverage")
      this.#counts.alive.push({ file: fileName, line: location.start.line, column: location.start.column, mutatorName, replacement });
    this.#save();
  }

  #save() {
    writeFileSync(process.env.MUTATION_TALLY, JSON.stringify(this.#counts));
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "tally", Tally)];
