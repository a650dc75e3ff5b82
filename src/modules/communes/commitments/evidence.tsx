import type { ComponentChildren } from "preact";

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,)])/;

/** What shows a commitment: paragraphs, with addresses as links. */
export function Evidence({ text }: { text: string }) {
  return (
    <>
      {text
        .split("\n")
        .filter((line) => line.trim())
        .map((line) => (
          <p>{line.split(address).map(linked)}</p>
        ))}
    </>
  );
}

const linked = (part: string): ComponentChildren =>
  address.test(part) ? <a href={part}>{part}</a> : part;
