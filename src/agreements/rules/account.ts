import { type AccountProblem, accountProblems, sayProblem } from '../../rights/public.ts'
import type { AccountId, AccountOwner, HolderKind, Standing } from '../types.ts'

export const giveSays = {
  'agreement-not-found': 'There is no agreement under this reference',
  'no-account-needed': 'No money is paid out under this agreement, so no account is needed',
  'not-yours-to-give': 'Only whoever holds the money, the person, or staff for them can give an account',
  'account-of-somebody-else': 'The account must be that of whoever holds the money under this agreement',
  'numbers-do-not-fit':
    'The sort code and account number do not fit together. Check both on a bank statement or the bank card',
  'given-already': 'We have this account already. You do not need to give it again',
  'has-ended': 'This budget has ended, so no account can be given',
} as const
export type GiveProblem = keyof typeof giveSays

export type Giving = {
  readonly holder: HolderKind
  readonly thirdParty: boolean
  readonly whose: AccountOwner
  readonly standing: Standing
  readonly hasEnded: boolean
  readonly fits: boolean
  readonly known: boolean
}

/**
 * May this one give an account at all: the person and who stands in for them, the nominee who holds, staff.
 */
export const mayGive = (standing: Standing, holder: HolderKind): boolean =>
  standing === 'nominee' ? holder === 'nominee' : standing !== 'somebody-else'

/** Every reason why an account cannot be given; empty where it can. */
export function whyNotGive(facts: Giving): readonly GiveProblem[] {
  const { holder, thirdParty, whose, standing } = facts
  const fitsHolder = whose === 'third-party' ? thirdParty : whose === holder
  const checks: readonly (readonly [boolean, GiveProblem])[] = [
    [facts.hasEnded, 'has-ended'],
    [!mayGive(standing, holder), 'not-yours-to-give'],
    [holder === 'none' && !thirdParty, 'no-account-needed'],
    [!fitsHolder && !(holder === 'none' && !thirdParty), 'account-of-somebody-else'],
    [!facts.fits, 'numbers-do-not-fit'],
    [facts.known, 'given-already'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}

const deciding = {
  'account-not-found': 'There is no such account',
  'role-may-not-approve': 'Only a finance officer of this organisation can decide about an account',
  'gave-it-yourself': 'You gave this account yourself. Somebody else must decide about it',
  'decided-already': 'This account has been decided about already',
  'reason-missing': 'Write down the reason: the holder is told it',
  'not-approved': 'This account is not in use, so it cannot be given up',
} as const
export type DecideAccountProblem = keyof typeof deciding | AccountProblem

export const decideAccountSays = (problem: DecideAccountProblem): string =>
  problem in deciding ? deciding[problem as keyof typeof deciding] : sayProblem(problem as AccountProblem)

export type AccountDecision = {
  readonly account: AccountId
  /** Approved or refused while it waits; closed (given up) once it was approved. */
  readonly decided: 'approved' | 'refused' | 'closed'
  /** Needed for a refusal and for giving up; the holder reads it. */
  readonly because?: string
}

export type DecidingAccount = {
  readonly decision: 'approved' | 'refused' | 'closed'
  readonly because: string
  readonly mayApprove: boolean
  readonly gaveIt: boolean
  readonly isApproved: boolean
  readonly isClosed: boolean
  readonly whose: AccountOwner
  readonly solePurpose: boolean
  readonly auditable: boolean
  readonly othersUseIt: boolean
  readonly oneOff: boolean
}

/**
 * The conditions of regulation 10 as far as they are asked of this account; none of an organisation's own.
 */
export const conditionsNotMet = (facts: DecidingAccount): readonly AccountProblem[] =>
  facts.whose === 'third-party'
    ? []
    : accountProblems({
        approved: true,
        managed: facts.whose === 'managed-account',
        keptForThisMoney: facts.solePurpose || facts.oneOff,
        statementsShowEachLine: facts.auditable,
        onlyNamedPeopleUseIt: !facts.othersUseIt || facts.oneOff,
      }).problems

/** Every reason why an account cannot be approved, refused or given up so; empty where it can. */
export function whyNotDecide(facts: DecidingAccount): readonly DecideAccountProblem[] {
  const closing = facts.decision === 'closed'
  const checks: readonly (readonly [boolean, DecideAccountProblem])[] = [
    [!facts.mayApprove, 'role-may-not-approve'],
    [facts.gaveIt && !closing, 'gave-it-yourself'],
    [facts.isClosed || (facts.isApproved && !closing), 'decided-already'],
    [closing && !facts.isApproved, 'not-approved'],
    [facts.decision !== 'approved' && facts.because.trim() === '', 'reason-missing'],
  ]
  const found = checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
  return facts.decision === 'approved' ? [...found, ...conditionsNotMet(facts)] : found
}
