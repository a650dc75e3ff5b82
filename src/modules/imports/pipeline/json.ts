/** JSON that PostgreSQL can keep: a file may hold null characters and halves of characters, jsonb may not. */
export const storable = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  );

export const storableText = (text: string): string => text.replaceAll("\0", "").toWellFormed();
