// The door of `access`: who may do and see what, and the record of it. See README.md.
import type { Route as AnyRoute } from '../platform/route.ts'
import type { Permission } from './permissions.ts'

export { type Added, addUser, type NewUser } from './actions/add-user.ts'
export { approvalLimits, type NewLimit, setApprovalLimit, whyNotApprove } from './actions/approve.ts'
export { endSight, letSee, lookAgain, type Onlooker, type Sight, seeAs } from './actions/let-see.ts'
export { linkPerson } from './actions/link-person.ts'
export { type Happening, look, lookAll, record, recordAll, recordRefused, roleOf } from './actions/record.ts'
export { type Call, mayOnBehalf, sentencesOnBehalf, type WhyNotOnBehalf, whyNotOnBehalf } from './call.ts'
export { actorMay, isStaff, may, mayFor, rolesOf } from './identify.ts'
export { type Permission, permissions, type Role, roleNames, roles } from './permissions.ts'
export { chainState } from './queries/chain.ts'
export { addressOfColleague } from './queries/colleague.ts'
export { answeredOn, bodiesOver, type Move, movesOf } from './queries/moved.ts'
export { type SeenInPart, seesInPart, sightOf } from './queries/sight.ts'
export {
  type ApprovalLimit,
  mayApprove,
  sentencesOfApproving,
  type ToApprove,
  type WhyNotApprove,
  whyRoleMayNotRelease,
} from './rules/approving.ts'
export { seesPayees } from './rules/payees.ts'
export type { AccessShown, SightSort } from './tables.ts'

/** A route of any module: its `allow` is one of the permissions, or it does not compile. */
export type Route = AnyRoute<Permission>
