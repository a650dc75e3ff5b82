import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";
import { dialled } from "./phone.ts";
import { Phone } from "./phone-number.tsx";
import type { View } from "./view.ts";

/** A frame around one thing. With `href`, its title is a link and the whole card answers to it. */
export function Card(props: {
  title?: ComponentChildren;
  href?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={props.href ? "card card-link" : "card"}>
      {props.title && <h3>{props.href ? <a href={props.href}>{props.title}</a> : props.title}</h3>}
      {props.children}
    </div>
  );
}

export type Door = { title: string; words: string; href: string; icon: IconName };

/** The big doors of a home page: where to go, said in a title and one sentence. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <ul class="grid doors">
      {doors.map((door) => (
        <li>
          <div class="card card-link door">
            <span class="door-icon">
              <Icon name={door.icon} />
            </span>
            <h3>
              <a href={door.href}>{door.title}</a>
            </h3>
            <p>{door.words}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A list of `ResultItem`. */
export const Results = ({ children }: { children: ComponentChildren }) => (
  <ol class="results">{children}</ol>
);

/** One line of a result list: what, where, when, for whom, freshness, in that order. */
export function ResultItem(props: {
  title: ComponentChildren;
  href: string;
  /** The level of its title, 2 unless the list stands under another title. */
  level?: 2 | 3;
  /** One sentence: what one does there. */
  summary?: ComponentChildren;
  /** Beside the title, which leads to what it shows: it says nothing by itself. */
  picture?: ComponentChildren;
  facts: readonly { icon: IconName; words: ComponentChildren }[];
  /** State of freshness and other `Tag`s. */
  tags?: ComponentChildren;
  children?: ComponentChildren;
}) {
  const Title = props.level === 3 ? "h3" : "h2";
  return (
    <li class="result">
      <Title>
        <a href={props.href}>{props.title}</a>
      </Title>
      {props.picture}
      {props.summary && <p>{props.summary}</p>}
      <ul class="result-facts">
        {props.facts.map((fact) => (
          <li>
            <Icon name={fact.icon} />
            <span>{fact.words}</span>
          </li>
        ))}
      </ul>
      {props.tags && <div class="row">{props.tags}</div>}
      {props.children}
    </li>
  );
}

export type Fact = {
  term: string;
  value: ComponentChildren;
  /** Where to change it: shown in check-your-answers pages and records one may edit. */
  change?: string | undefined;
  /** The words of that link, "Modifier" unless the page it leads to is only read. */
  changeWords?: string | undefined;
};

/** Facts by name: the record, the check-your-answers page. Facts without value are left out. */
export function Facts({ view, facts }: { view: View; facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map((fact) => (
          <div>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
            {fact.change && (
              <dd class="facts-change">
                <a href={fact.change}>
                  {fact.changeWords ?? view.t("ui:facts.change")}
                  <span class="sr"> ({fact.term})</span>
                </a>
              </dd>
            )}
          </div>
        ))}
    </dl>
  );
}

/** Nothing here yet, or nothing found: a drawing, why, and what to do next. */
export function EmptyState(props: {
  scene: ComponentChildren;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      {props.scene}
      <div>
        <h2>{props.title}</h2>
        {props.children}
      </div>
    </div>
  );
}

/** Somebody to talk to: a face or a drawing, a name, what they do, and how to reach them. */
export function HumanHelp(props: {
  view: View;
  picture?: ComponentChildren;
  title: string;
  phone?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <div class="person">
      {props.picture}
      <div>
        <h2>{props.title}</h2>
        {props.children}
        {props.phone && (
          <p>
            <a class="foot-phone" href={`tel:${dialled(props.phone)}`}>
              <span class="sr">{props.view.t("ui:human.call")} </span>
              <Phone number={props.phone} />
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

/** A first screen: words and search on one side, a scene on the other. */
export const Hero = (props: { children: ComponentChildren; scene: ComponentChildren }) => (
  <div class="hero">
    <div class="flow">{props.children}</div>
    {props.scene}
  </div>
);

/** Filters or contents at the side, the main matter beside them. `end` puts the side last. */
export const Split = (props: {
  side: ComponentChildren;
  end?: boolean;
  children: ComponentChildren;
}) => (
  <div class={props.end ? "split split-end" : "split"}>
    {!props.end && <div class="flow">{props.side}</div>}
    <div class="flow">{props.children}</div>
    {props.end && <div class="flow">{props.side}</div>}
  </div>
);
