/** What the site asks of the printing process. */
export type Order = {
  folder: string;
  main: string;
  /** The text printed in place of the main file; nothing: the file itself. */
  source: string | null;
  data: unknown;
  /** Pictures the template may show, by name, in base64. */
  files: Record<string, string>;
  /** Seconds since 1970. */
  at: number;
  /** Bytes it may take. */
  memory: number;
};

/** What the printing process answers when it cannot. */
export type Fault = {
  why: "template" | "time" | "memory";
  /** In the words of Typst. */
  says: string;
  file?: string;
  line?: number;
  column?: number;
};
