import { clockLimits, findRule, type RuleId } from '../rights/public.ts'
import type { Clock, Standing, Turn } from './types.ts'

type Row = readonly [id: RuleId, starts: string, awaits: string, turn: Turn, standing?: Standing]

/** What starts each clock, what ends it, and who has to act. The limits stand in the rules of the same id. */
const rows: readonly Row[] = [
  [
    'CHC-DECISION',
    'ICB receives the positive checklist',
    'Decision on eligibility',
    'icb',
    'expected-in-most-cases',
  ],
  ['CHC-FT', 'Fast track form accepted', 'Care in place', 'icb', 'expected-in-most-cases'],
  ['CHC-APPEAL', 'Decision letter', 'Request for a local review', 'family'],
  ['CHC-IRP', 'Local review ended', 'Request to NHS England’s panel', 'family'],
  ['CHC-REVIEW', 'Care starts', 'First review of the care', 'icb'],
  ['CHC-REVIEW-YEARLY', 'Care last reviewed', 'Next review of the care', 'icb'],
  ['CYPCC-PREASSESS', 'Referral of a child', 'First check', 'icb', 'advised'],
  ['CYPCC-DECISION', 'Referral of a child', 'Decision', 'icb', 'expected-in-most-cases'],
  ['CYPCC-NOTIFY', 'Decision on a child’s care', 'Family is told', 'icb', 'expected-in-most-cases'],
  ['CYPCC-REVIEW', 'A child’s care starts', 'First review of the care', 'icb', 'expected-in-most-cases'],
  ['CYPCC-REVIEW-YEARLY', 'A child’s care last reviewed', 'Next review', 'icb', 'expected-in-most-cases'],
  ['CYPCC-ADULT-14', 'Birth', 'Help with the move to adult care', 'icb', 'expected-in-most-cases'],
  ['CYPCC-ADULT-16', 'Birth', 'First check for adult care', 'icb', 'expected-in-most-cases'],
  ['CYPCC-ADULT-17', 'Birth', 'Decision in principle on adult care', 'icb', 'expected-in-most-cases'],
  ['CYPCC-ADULT-18', 'Birth', 'Adult care is ready', 'icb', 'expected-in-most-cases'],
  ['EHC-DECIDE', 'Council receives the request', 'Decision whether to assess', 'council'],
  ['EHC-ADVICE', 'Advice asked for', 'Advice', 'those-asked-for-advice'],
  ['EHC-REFUSE', 'Council receives the request', 'Family hears that there will be no plan', 'council'],
  ['EHC-DRAFT', 'Draft plan sent', 'Comments of the family', 'family'],
  ['EHC-FINAL', 'Council receives the request', 'Final plan', 'council'],
  ['EHC-REVIEW', 'Plan made or last reviewed', 'Next review of the plan', 'council'],
  ['SEN-DP-REVIEW', 'First payment', 'First review of the direct payment', 'council'],
  ['CARE-ACT-DP-REVIEW', 'First payment by the council', 'First review by the council', 'council'],
  ['CARE-ACT-DP-REVIEW-YEARLY', 'Council last reviewed', 'Next review by the council', 'council'],
  ['COMPLAINT', 'What is complained of', 'Complaint', 'family'],
  ['COMPLAINT-ACK', 'Complaint received', 'Acknowledgement', 'icb'],
  ['COMPLAINT-6M', 'Complaint received', 'Answer, or the reason for the delay', 'icb'],
  ['DATA-RETURN', 'Quarter ends', 'National return', 'icb'],
]

const paused: ReadonlySet<RuleId> = new Set(['EHC-DECIDE', 'EHC-ADVICE', 'EHC-REFUSE', 'EHC-FINAL'])
const limits = new Map(clockLimits.map(rule => [rule.id, rule]))

const fromRow = ([id, starts, awaits, turn, standing = 'limit']: Row): Clock => ({
  id,
  starts,
  awaits,
  turn,
  standing,
  pausable: paused.has(id),
  limit: limits.get(id)?.decide({}) ?? null,
  setting: null,
  rule: findRule(id),
})

const localClock = (facts: Pick<Clock, 'id' | 'starts' | 'awaits' | 'setting'>): Clock => ({
  turn: 'icb',
  standing: 'local-standard',
  pausable: false,
  limit: null,
  rule: findRule(facts.id),
  ...facts,
})

const reviewClock = (facts: Pick<Clock, 'id' | 'starts' | 'awaits' | 'setting'>, months: number): Clock => ({
  turn: 'icb',
  standing: 'limit',
  pausable: false,
  limit: { count: months, unit: 'months' },
  rule: findRule(facts.id),
  ...facts,
})

/** Every clock that the service knows. */
export const clocks: readonly Clock[] = [
  ...rows.map(fromRow),
  localClock({
    id: 'PHB-REQUEST',
    starts: 'Request received',
    awaits: 'Decision on the request',
    setting: 'request-answer-working-days',
  }),
  localClock({
    id: 'CAN-I-BUY',
    starts: 'Question received',
    awaits: 'Answer in writing: may it be bought',
    setting: 'purchase-answer-working-days',
  }),
  localClock({
    id: 'MATERNITY_PMCB-CONFIRM',
    starts: 'Choice made',
    awaits: 'Choice confirmed',
    setting: 'maternity-confirm-working-days',
  }),
  localClock({
    id: 'COMPLAINT-ANSWER',
    starts: 'Complaint received',
    awaits: 'Answer with reasons, by the day that was set or agreed',
    setting: null,
  }),
  localClock({
    id: 'DP-DEC-07',
    starts: 'Request to look again received',
    awaits: 'Outcome in writing, with reasons',
    setting: 'reconsideration-answer-working-days',
  }),
  reviewClock(
    {
      id: 'DP-REV-01',
      starts: 'First payment',
      awaits: 'First review',
      setting: 'first-review-within-months',
    },
    3,
  ),
  {
    id: 'WHEELCHAIR-18-WEEKS',
    starts: 'Referral to the wheelchair service',
    awaits: 'Chair handed over',
    turn: 'icb',
    standing: 'expected-in-most-cases',
    pausable: false,
    limit: { count: 18, unit: 'weeks' },
    setting: null,
    rule: findRule('WHEELCHAIR-18-WEEKS'),
  },
  reviewClock(
    { id: 'DP-REV-02', starts: 'Review held', awaits: 'Next review', setting: 'later-review-within-months' },
    12,
  ),
]

const byId = new Map(clocks.map(clock => [clock.id, clock]))

/** The clock of that id; throws where there is none. */
export function findClock(id: RuleId): Clock {
  const found = byId.get(id)
  if (!found) throw new RangeError(`there is no clock ${id}`)
  return found
}

const said: Readonly<Record<Standing, string | null>> = {
  limit: null,
  'expected-in-most-cases': 'Expected in most cases. It is not a limit in law.',
  advised: 'Advised. It is not a limit in law.',
  'local-standard': 'A local time. We found no limit in law.',
}
/** What has to be said beside the due day; null where the confidence of the rule says all. */
export const sayStanding = ({ standing }: Clock): string | null => said[standing]

const turns: Readonly<Record<Turn, string>> = {
  icb: 'the NHS',
  council: 'the council',
  family: 'you',
  'those-asked-for-advice': 'those who were asked for advice',
  provider: 'the provider',
}
export const sayTurn = (turn: Turn): string => turns[turn]
