import { type Backed, backedBy, findRule } from '../../rights/public.ts'

export const employers = ['nhs', 'local-authority', 'charity', 'none'] as const
export type Employer = (typeof employers)[number]

/** Who may join, as it is set on the day. A wider circle is another setting. */
export type JoiningRules = {
  readonly mayJoin: readonly Employer[]
  /** Domains of work, of which an address proves the employer: `nhs.net`. */
  readonly domainsOf: Readonly<Partial<Record<Employer, readonly string[]>>>
  readonly terms: number
}

export type Applicant = {
  readonly employer: Employer
  readonly email: string
  /** Did somebody look at other proof of the employer and take it? */
  readonly proofTaken: boolean
  /** The newest version of the terms that they accepted; null where none. */
  readonly termsAccepted: number | null
}

export type Need =
  | { readonly need: 'proof-of-employer' }
  | { readonly need: 'accept-terms'; readonly version: number }

/** The next step. There is no step that makes a member: only a person does. */
export type NextStep =
  | { readonly step: 'not-eligible'; readonly shown: 'public-pages' }
  | { readonly step: 'on-hold'; readonly needs: readonly Need[] }
  | { readonly step: 'to-human-approval' }

/** Is the address of that domain, or of one beneath it? `nhs.net.example` is not of `nhs.net`. */
function isOf(email: string, domain: string): boolean {
  const host = email.trim().toLowerCase().split('@').at(-1) ?? ''
  return host === domain || host.endsWith(`.${domain}`)
}

const provesEmployer = ({ employer, email, proofTaken }: Applicant, { domainsOf }: JoiningRules): boolean =>
  proofTaken || (domainsOf[employer] ?? []).some(domain => isOf(email, domain))

/**
 * What comes next for somebody who asked to join. Whoever is not of the circle is shown the public pages; an
 * address of their own holds up nobody for good: other proof will do.
 */
export function nextStep(applicant: Applicant, rules: JoiningRules): NextStep & Backed {
  const because = backedBy(findRule('NETWORK-WHO'), findRule('NETWORK-APPROVED-BY-SOMEBODY'))
  if (!rules.mayJoin.includes(applicant.employer))
    return { step: 'not-eligible', shown: 'public-pages', ...because }
  const needs: Need[] = []
  if (!provesEmployer(applicant, rules)) needs.push({ need: 'proof-of-employer' })
  if (applicant.termsAccepted !== rules.terms) needs.push({ need: 'accept-terms', version: rules.terms })
  return needs.length > 0 ? { step: 'on-hold', needs, ...because } : { step: 'to-human-approval', ...because }
}
