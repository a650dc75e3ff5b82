type Work = (at: Date) => Promise<void>;

/** What is to happen, done in the order of time until a moment; what would come later is left as it stands. */
export class Agenda {
  private readonly waiting: { at: number; work: Work }[] = [];

  /** Writes down what is to be done; later among what is at the same moment. */
  add(at: Date, work: Work): void {
    const time = at.getTime();
    let place = this.waiting.length;
    while (place > 0 && (this.waiting[place - 1]?.at ?? 0) <= time) place -= 1;
    this.waiting.splice(place, 0, { at: time, work });
  }

  async until(end: Date): Promise<void> {
    for (let next = this.waiting.pop(); next && next.at <= end.getTime(); next = this.waiting.pop())
      await next.work(new Date(next.at));
  }
}
