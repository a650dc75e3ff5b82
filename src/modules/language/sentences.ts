/** Words of a search worth keeping as a need: short, and nothing that may identify somebody. */
export function needOf(question: string): string | undefined {
  const words = question.toLowerCase().replace(/\s+/g, " ").trim();
  if (words.length < 2 || words.length > 80) return undefined;
  return /@|\d[\d .-]{4,}/.test(words) ? undefined : words;
}

/** First sentence of a text, cut at a word when it is long. */
export function firstSentence(text: string | null | undefined, most = 170): string | undefined {
  const tidy = text?.replace(/\s+/g, " ").trim();
  if (!tidy) return undefined;
  const sentence = /^.+?[.!?](?=\s|$)/.exec(tidy)?.[0] ?? tidy;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
