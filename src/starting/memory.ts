/**
 * Arguments of Node for a site that serves: on a machine with much memory, Node would let its heap grow past 300 MB
 * before it looks for what is no longer used. The second leaves room for an import of tens of thousands of lines.
 */
export const serverArguments = ["--max-semi-space-size=16", "--max-old-space-size=512"] as const;

/** Fewer arenas for the C library: compressing pages on several threads would keep memory in each. */
export const serverEnvironment = { MALLOC_ARENA_MAX: "2" } as const;
