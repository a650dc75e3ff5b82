import type { Config } from "../platform/config.ts";

/** What a command may use: its words, its options, and two ways to speak. */
export type Call = {
  config: Config;
  words: string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
  /** A sentence for the person at the terminal (standard error, so that `--json` stays alone on standard output). */
  tell: (sentence: string) => void;
  /** A bar for long work; silent when the output is not a terminal. */
  progress: (done: number, all: number) => void;
};

/** What a command answers: the object printed by `--json`, and the sentences printed without it. */
export type Reply = { data: unknown; sentences: string[]; exitCode?: number };

export type Command = {
  /** How it is called: `commune add`. */
  name: string;
  usage: string;
  summary: string;
  options: Record<string, { type: "string" | "boolean" }>;
  run: (call: Call) => Promise<Reply>;
};

/** The command was not called as it should be: the sentence says how. */
export class WrongCall extends Error {}

/** An option that must be given. */
export function required(call: Call, name: string): string {
  const value = call.options[name];
  if (typeof value !== "string" || !value.trim())
    throw new WrongCall(`L’option --${name} est nécessaire.`);
  return value.trim();
}
