import { type PlainDate, sayShortDay } from '../kernel/days.ts'
import type { Confidence, Source } from '../kernel/rule.ts'

/** How sure we are of a rule, in words for everybody. Only what was read in the law is called the law. */
export const confidenceSays = {
  'statute-read': 'We have read this in the law itself.',
  origin: 'We have this from the national programme’s own documents. We have not read it in the law.',
  secondary:
    'We have this from somebody else’s account of the rule. Check the rule itself before you rely on it.',
  forerunner: 'This is what an earlier version of the rule said. The one in force now may differ.',
  'general-knowledge': 'This is what people who know the subject say. We have not read where it is written.',
  design: 'This is how OpenPHB does it. No law or guidance asks for it.',
  'local-setting': 'This was set locally by the organisation that holds the budget.',
} as const satisfies Record<Confidence, string>

type RuleNoteProps = {
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  readonly from?: PlainDate | null | undefined
  readonly until?: PlainDate | null | undefined
}

const inForce = (from: PlainDate | null, until: PlainDate | null): string | null => {
  if (from === null && until === null) return null
  const began = from === null ? '' : `since ${sayShortDay(from)}`
  const ended = until === null ? '' : `until ${sayShortDay(until)}`
  return `In force ${[began, ended].filter(Boolean).join(', ')}.`
}

/** A rule with where it is written and how sure we are of that. */
export const RuleNote = ({ says, source, confidence, from = null, until = null }: RuleNoteProps) => (
  <figure className="app-rule">
    <blockquote className="app-rule__says">{says}</blockquote>
    <figcaption className="app-rule__source">
      <p>
        Source: {source.address === null ? source.title : <a href={source.address}>{source.title}</a>}, seen
        on <time dateTime={source.read}>{sayShortDay(source.read)}</time>. {inForce(from, until)}
      </p>
      <p>
        <strong>How sure we are:</strong> {confidenceSays[confidence]}
      </p>
    </figcaption>
  </figure>
)
