import { dayInEngland, type Moment, type PlainDate } from '../../kernel/days.ts'
import { type Backed, backedBy, findRule } from '../../rights/public.ts'

/** What somebody said of a comment. The newest of them counts. */
export type Decision =
  | { readonly at: Moment; readonly is: 'approved' }
  | { readonly at: Moment; readonly is: 'refused'; readonly because: string }

export type Comment = {
  readonly author: string
  /** Kept to answer the writer. It never leaves with what is public. */
  readonly email: string
  readonly says: string
  readonly postedAt: Moment
  readonly decisions: readonly Decision[]
}

/** Who is named on a site's page, from a day until a day, both inside. */
export type Contact = { readonly name: string; readonly from: PlainDate; readonly until: PlainDate | null }

export type SitePage = { readonly contacts: readonly Contact[]; readonly comments: readonly Comment[] }

export type PublicComment = { readonly author: string; readonly dated: PlainDate; readonly says: string }

export type PublicPage = Backed & {
  /** Null where nobody is named on that day. */
  readonly contact: string | null
  /** In the order in which they were written. */
  readonly comments: readonly PublicComment[]
}

/** The decision that stands at a moment; null where nobody has looked yet. */
export const decidedAt = ({ decisions }: Comment, at: Moment): Decision | null =>
  decisions
    .filter(one => one.at <= at)
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
    .at(-1) ?? null

const contactOn = (contacts: readonly Contact[], day: PlainDate): string | null =>
  contacts.find(one => one.from <= day && (one.until === null || day <= one.until))?.name ?? null

/** What the public sees of a site's page at a moment: who to ask, what was approved, no addresses. */
export function publicAt({ contacts, comments }: SitePage, at: Moment): PublicPage {
  const approved = comments.filter(one => one.postedAt <= at && decidedAt(one, at)?.is === 'approved')
  return {
    contact: contactOn(contacts, dayInEngland(at)),
    comments: approved
      .toSorted((a, b) => (a.postedAt === b.postedAt ? 0 : a.postedAt < b.postedAt ? -1 : 1))
      .map(({ author, says, postedAt }) => ({ author, says, dated: dayInEngland(postedAt) })),
    ...backedBy(findRule('SITE-PAGE-COMMENTS'), findRule('SITE-COMMENT-APPROVED')),
  }
}

/** Who is told once a comment was decided about: the contact of what is public, the writer of why not. */
export type Told = { readonly contact: boolean; readonly writer: string | null }

export const toldOf = (decision: Decision): Told =>
  decision.is === 'approved' ? { contact: true, writer: null } : { contact: false, writer: decision.because }

export const decisionSays = {
  'reason-missing': 'Say why, in words that the writer can read',
  'before-it-was-written': 'A comment cannot be decided about before it was written',
} as const
export type DecisionProblem = keyof typeof decisionSays

/** Every reason why a comment cannot be decided about so. */
export function whyNotDecided({ postedAt }: Comment, decision: Decision): readonly DecisionProblem[] {
  const checks: readonly (readonly [boolean, DecisionProblem])[] = [
    [decision.is === 'refused' && decision.because.trim() === '', 'reason-missing'],
    [decision.at < postedAt, 'before-it-was-written'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}
