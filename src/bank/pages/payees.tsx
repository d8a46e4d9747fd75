import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Form, InsetText, Reading, SubmitButton } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Learnt } from '../rules/facts.ts'
import { type About, whose } from './receipts.tsx'

type Payees = About & {
  readonly learnt: readonly Learnt[]
  readonly names: ReadonlyMap<string, string>
  readonly mayForget: boolean
  readonly done?: string | undefined
}

/** What we have learnt about payees, and how to make us forget it. */
export const payeesPage = (shows: Payees): Page => ({
  title: 'What we know about payees',
  back: `/bank/${shows.reference}`,
  ...whose(shows),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>What we know about payees</h1>
      <InsetText>
        <p>
          When you tell us what a payment was for, we do not ask again about the same payee. If it is wrong,
          make us forget it: we then ask again about each payment that we matched by it.
        </p>
      </InsetText>
      <DataTable
        caption="Payees"
        columns={[{ says: 'Payee' }, { says: 'Is for' }, { says: 'Since' }, { says: 'Forget', unseen: true }]}
        rows={shows.learnt.map(one => ({
          key: one.id,
          cells: [
            <bdi key="who">{one.words}</bdi>,
            shows.names.get(one.lineKey) ?? one.lineKey,
            sayShortDay(one.on),
            shows.mayForget ? (
              <Form
                key="forget"
                action={`/bank/${shows.reference}/payees/${one.id}/ending`}
                name={`Forget ${one.words}`}
              >
                <SubmitButton small look="second">
                  Forget this
                </SubmitButton>
              </Form>
            ) : (
              ''
            ),
          ],
        }))}
        empty="We have learnt nothing yet."
      />
    </Reading>
  ),
})
