import { type Caseload, CaseTable } from '../../cases/public.ts'
import { EmptyState, LinkButton, Reading, type Tile, Tiles } from '../../nhs/public.ts'

export type Chain = { readonly links: number; readonly waiting: number }

const counted = (count: number): string => count.toLocaleString('en-GB')

const auditTiles = ({ links, waiting }: Chain): readonly Tile[] => [
  {
    href: '/access/record',
    title: 'The record',
    says:
      `Every change and every look. ${counted(links)} lines are sealed in a chain, ` +
      `${counted(waiting)} wait.`,
  },
  {
    href: '/access/record/export',
    title: 'Take the chain with you',
    says: 'Check it on your own machine with the verifier that comes with the service.',
  },
  { href: '/cases?stage=all', title: 'Cases', says: 'Every case, with what happened in it, day by day.' },
  { href: '/payments', title: 'Payments', says: 'Runs, who signed them, what was stopped and why.' },
  {
    href: '/rights/rules',
    title: 'The rules we use',
    says: 'Each with its source and how sure we are of it.',
  },
]

/** An auditor's home: the record and whether its chain is whole, the ledger, the cases. */
export const Auditing = ({ chain }: { chain: Chain }) => (
  <>
    <h1>Audit</h1>
    <Tiles tiles={auditTiles(chain)} />
    <Reading>
      <h2>The ledger</h2>
      <p>
        Every balance is worked out again from its postings each night at 02:20, and whenever the operator
        runs <code>openphb ledger check</code>. What is not so stands in the operator’s log. Each case’s money
        opens from the case, entry by entry.
      </p>
    </Reading>
  </>
)

/** An administrator's home: who may do what, and the mail that went out. They see nobody's record. */
export const Administering = () => (
  <>
    <h1>Staff and settings</h1>
    <Tiles
      tiles={[
        {
          href: '/access/actors',
          title: 'Staff and their roles',
          says: 'Give a role from a day, end it, end an account.',
        },
        { href: '/access/record', title: 'The record', says: 'What was changed and looked at, by whom.' },
        { href: '/access/mail', title: 'Mail', says: 'What the service sent to whom.' },
        {
          href: '/people/organisations',
          title: 'Organisations',
          says: 'Boards, councils and who followed whom.',
        },
      ]}
    />
  </>
)

type OutsideShows = { readonly seen: Caseload; readonly me: string | null }

/** A health or care professional: refer somebody, and how the referrals stand. */
export const Referring = ({ seen, me }: OutsideShows) => (
  <>
    <h1>Your referrals</h1>
    <LinkButton href="/requests/referral/new">Refer somebody</LinkButton>
    <CaseTable
      caption={`People you referred (${seen.count})`}
      rows={seen.rows}
      me={me}
      empty="You have not referred anybody yet. Refer with the person’s agreement."
    />
  </>
)

const outside = {
  provider: {
    title: 'Budgets you work for',
    empty: 'You see no case yet.',
    next: 'When you are let see a plan, it stands here: what was agreed and from when.',
  },
  'council-officer': {
    title: 'Cases of your council',
    empty: 'You see no case yet.',
    next: 'When an NHS board lets you see a plan that your council shares in, it stands here.',
  },
} as const
export type Outsider = keyof typeof outside

/** Somebody from outside the board: what they may see, or that there is nothing yet, and why. */
export const Outside = ({ who, seen, me }: OutsideShows & { readonly who: Outsider }) => (
  <>
    <h1>{outside[who].title}</h1>
    {who === 'provider' ? (
      <p>
        <a href="/employment/payroll">
          Payroll: hours to work out, payslips to send back, assistants you employ
        </a>
      </p>
    ) : null}
    {seen.count === 0 ? (
      <EmptyState says={outside[who].empty} next={outside[who].next}>
        <p>
          <a href="/rights/rules">The rules we use</a>
        </p>
      </EmptyState>
    ) : (
      <CaseTable caption={`Cases that you may see (${seen.count})`} rows={seen.rows} me={me} empty="" />
    )}
  </>
)
