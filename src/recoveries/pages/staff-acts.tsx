import { sayMoney } from '../../kernel/money.ts'
import {
  Choice,
  DayField,
  Details,
  Form,
  type Html,
  LinkButton,
  MoneyField,
  SubmitButton,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import { repaidSays } from '../say.ts'
import { repaidHows } from '../types.ts'
import type { RecoveryShows } from './shows.ts'

type Of = RecoveryShows & { readonly at: string }

const Stands = ({ stands }: Pick<Of, 'stands'>) =>
  stands.length === 0 ? null : (
    <>
      <p>You cannot do this now:</p>
      <ul>
        {stands.map(says => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </>
  )

const Tell = ({ at, one, may, standing, stands, typed, errors }: Of) =>
  standing !== 'proposed' || !may.tell ? null : (
    <>
      <h3>Decide about the letter</h3>
      <p>
        It goes to everybody whom the rules name, {one.way === 'net' ? 'takes' : 'asks for'}{' '}
        {sayMoney(one.amount)}
        {one.way === 'net' ? ' off the next payment' : ''}, and says until when they can object and before
        which day nothing moves.
      </p>
      <Stands stands={stands} />
      {stands.length > 0 ? null : (
        <Form action={`${at}/notice`} typed={typed} errors={errors} name="Send the letter">
          <SubmitButton>Agree and send the letter</SubmitButton>
        </Form>
      )}
    </>
  )

const Answer = ({ at, may, standing }: Of) =>
  standing !== 'objected' || !may.answer ? null : (
    <LinkButton href={`${at}/answer`}>Look at it again and answer</LinkButton>
  )

const Enter = ({ at, one, may, standing, stands, typed, errors }: Of) =>
  standing !== 'to-enter' || !may.enter ? null : (
    <>
      <h3>Its day has come</h3>
      <p>It is entered by itself early in the morning. If it was not, the reason stands here.</p>
      <Stands stands={stands} />
      {stands.length > 0 ? null : (
        <Form action={`${at}/entry`} typed={typed} errors={errors} name="Enter it now">
          <SubmitButton>
            {one.way === 'net' ? 'Take it off the next payment' : 'Enter it in the ledger now'}
          </SubmitButton>
        </Form>
      )}
    </>
  )

const Repay = ({ at, one, may, standing, typed, errors }: Of) =>
  !may.repay || one.way === 'net' || (standing !== 'to-repay' && standing !== 'late') ? null : (
    <>
      <h3>Money that came back</h3>
      <Form action={`${at}/repayments`} typed={typed} errors={errors} name="Money that came back">
        <MoneyField name="repaidAmount" label="How much came back?" />
        <DayField name="repaidOn" label="On which day?" />
        <Choice
          name="repaidHow"
          label="How?"
          ways={repaidHows.map(value => ({ value, label: repaidSays[value] }))}
        />
        <TextField name="repaidWords" label="Remark (optional)" />
        <SubmitButton>Note it</SubmitButton>
      </Form>
    </>
  )

const asked = (errors: Of['errors'], prefix: string): boolean =>
  errors.some(({ field }) => field.startsWith(prefix))

/** Folded away, unless something that was typed in it has to be put right. */
const Folded = ({ says, open, children }: { says: string; open: boolean; children: Html }) =>
  open ? (
    <section>
      <h3>{says}</h3>
      {children}
    </section>
  ) : (
    <Details says={says}>{children}</Details>
  )

const Pause = ({ at, may, one, standing, typed, errors }: Of) =>
  !may.stop || one.notice === null || ['repaid', 'dropped', 'withdrawn'].includes(standing) ? null : (
    <Folded says="Pause it" open={asked(errors, 'pause')}>
      <p>The days of a pause do not count: every day in the letter moves on by as many. They get a letter.</p>
      <Form action={`${at}/pauses`} typed={typed} errors={errors} name="Pause it">
        <DayField name="pauseFrom" label="First day of the pause" />
        <DayField name="pauseUntil" label="Last day of the pause" />
        <TextArea name="pauseBecause" label="Why, as they will read it" rows={3} most={3000} />
        <SubmitButton look="second">Pause it</SubmitButton>
      </Form>
    </Folded>
  )

const Withdraw = ({ at, may, one, standing, typed, errors }: Of) =>
  !may.stop || one.posted !== null || ['dropped', 'withdrawn'].includes(standing) ? null : (
    <Folded says="Take it back" open={asked(errors, 'withdraw')}>
      <p>{one.notice === null ? 'Nobody was told yet.' : 'Those who had the letter are told.'}</p>
      <Form action={`${at}/withdrawal`} typed={typed} errors={errors} name="Take it back">
        <TextArea name="withdrawBecause" label="Why, as they will read it" rows={3} most={3000} />
        <SubmitButton look="second">Take it back</SubmitButton>
      </Form>
    </Folded>
  )

/** What staff can do now, each by who may. */
export const StaffActs = (shows: RecoveryShows) => {
  const { may, one } = shows
  const at = `/recoveries/${one.reference}/${one.number}`
  if (!Object.values(may).some(Boolean)) return null
  return (
    <section>
      <h2>For staff</h2>
      <Tell {...shows} at={at} />
      <Answer {...shows} at={at} />
      <Enter {...shows} at={at} />
      <Repay {...shows} at={at} />
      <Pause {...shows} at={at} />
      <Withdraw {...shows} at={at} />
    </section>
  )
}
