/** A point of the drawing, in its units (a width of 1000). */
export type Point = { x: number; y: number };

const turns = 200;

/**
 * The same points moved just enough that any two stand `gap` units apart, inside a drawing of that size.
 * Points that coincide leave in directions set by their rank, so the same places always give the same drawing.
 * When they cannot all fit, they are as far apart as the turns allow.
 */
export function spreadApart(
  points: readonly Point[],
  gap: number,
  size: { width: number; height: number },
): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let turn = 0; turn < turns; turn++) {
    let still = true;
    moved.forEach((one, at) => {
      moved.slice(at + 1).forEach((other, after) => {
        if (push(one, other, gap, at + after)) still = false;
      });
    });
    if (still) break;
    for (const one of moved) {
      one.x = within(one.x, gap / 2, size.width);
      one.y = within(one.y, gap / 2, size.height);
    }
  }
  return moved;
}

/** Moves both by half of what they lack; true when they stood too close. */
function push(one: Point, other: Point, gap: number, rank: number): boolean {
  const apart = Math.hypot(other.x - one.x, other.y - one.y);
  if (apart >= gap - 0.5) return false;
  // The golden angle gives any number of coinciding points directions of their own.
  const [across, down] =
    apart < 1
      ? [Math.cos(2.4 * rank), Math.sin(2.4 * rank)]
      : [(other.x - one.x) / apart, (other.y - one.y) / apart];
  const half = (gap - apart) / 2;
  one.x -= across * half;
  one.y -= down * half;
  other.x += across * half;
  other.y += down * half;
  return true;
}

const within = (value: number, edge: number, end: number) =>
  Math.min(Math.max(value, edge), Math.max(end - edge, edge));
