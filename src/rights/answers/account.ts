import { backedBy } from '../rule.ts'
import {
  type AccountFacts,
  type AccountProblem,
  approvedAccount,
  auditable,
  managedAccount,
  namedPeople,
  solePurpose,
} from '../rules/account.ts'
import type { Backed } from '../types.ts'

export type { AccountFacts, AccountProblem }
export type AccountAnswer = Backed & { readonly problems: readonly AccountProblem[] }

const tests = [approvedAccount, solePurpose, auditable, namedPeople] as const

/**
 * Everything that stands against paying into this account. A managed account is spared two of the tests.
 * The rules named are those that are not met, or all that were asked where every one is.
 */
export function accountProblems(facts: AccountFacts): AccountAnswer {
  const spared = managedAccount.decide(facts)
  const asked = tests.filter(({ id }) => !spared.includes(id))
  const failed = asked.filter(one => one.decide(facts) !== null)
  const problems = asked.map(one => one.decide(facts)).filter(problem => problem !== null)
  return {
    problems,
    ...backedBy(...(failed.length > 0 ? failed : [...asked, ...(facts.managed ? [managedAccount] : [])])),
  }
}
