import { parseArgs } from "node:util";
import { backupCommand, restoreCommand } from "./commands/archive.ts";
import { WrongCall, type Call, type Command } from "./commands/command.ts";
import { communeAdd, communeList } from "./commands/communes.ts";
import { conformityCommand } from "./commands/conformity.ts";
import { importUndoCommand } from "./commands/import-undo.ts";
import { importCommand } from "./commands/imports.ts";
import { lettersCommand } from "./commands/letters.ts";
import { registryCommand } from "./commands/registry.ts";
import { userInvite } from "./commands/users.ts";
import { readConfig, StartFault } from "./platform/config.ts";

const commands: readonly Command[] = [
  communeAdd,
  communeList,
  userInvite,
  importCommand,
  importUndoCommand,
  lettersCommand,
  registryCommand,
  conformityCommand,
  backupCommand,
  restoreCommand,
];

const help = (): string =>
  [
    "npm run maillage -- <commande> [options]",
    "",
    ...commands.flatMap((command) => [`  ${command.usage}`, `      ${command.summary}`]),
    "",
    "  --json   écrit un seul objet JSON sur la sortie standard",
    "  --help   cette aide",
    "",
    "Codes de sortie : 0 tout est fait ; 1 la commande a échoué ; 2 elle est mal écrite ; 3 faite, avec des lignes refusées.",
  ].join("\n");

const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`);

function progress(done: number, all: number): void {
  if (!process.stderr.isTTY || !all) return;
  const filled = Math.round((done / all) * 30);
  process.stderr.write(
    `\r[${"█".repeat(filled)}${" ".repeat(30 - filled)}] ${done}/${all}${done >= all ? "\n" : ""}`,
  );
}

async function main(args: string[]): Promise<number> {
  const command = [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find((one) => `${args.join(" ")} `.startsWith(`${one.name} `));
  if (!command || args.includes("--help")) {
    const asked = !args.length || args.includes("--help");
    (asked ? (text: string) => process.stdout.write(`${text}\n`) : tell)(
      command ? `${command.usage}\n${command.summary}` : help(),
    );
    return asked ? 0 : 2;
  }
  const rest = args.slice(command.name.split(" ").length);
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { ...command.options, json: { type: "boolean" } },
  });
  const call: Call = {
    config: readConfig(process.env),
    words: positionals,
    options: values,
    tell,
    progress,
  };
  const reply = await command.run(call);
  if (values["json"]) process.stdout.write(`${JSON.stringify(reply.data)}\n`);
  else for (const sentence of reply.sentences) process.stdout.write(`${sentence}\n`);
  return reply.exitCode ?? 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
  const misused =
    fault instanceof WrongCall ||
    (fault instanceof TypeError &&
      String((fault as { code?: unknown }).code).startsWith("ERR_PARSE_ARGS"));
  tell(
    misused || fault instanceof StartFault
      ? (fault as Error).message
      : String((fault as Error).stack),
  );
  process.exitCode = misused ? 2 : 1;
}
