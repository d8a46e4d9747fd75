import { sayShortDay } from '../../kernel/days.ts'
import type { Page } from '../../platform/route.ts'
import type { receiptsOf } from '../queries/questions.ts'

export type About = { readonly reference: string; readonly person?: Page['person'] | undefined }
export const whose = ({ person }: About) => (person === undefined ? {} : { person })

export type Receipts = Awaited<ReturnType<typeof receiptsOf>>

/** The receipts of a payment, each opening as it was sent. */
export const ReceiptList = ({ reference, receipts }: { reference: string; receipts: Receipts }) =>
  receipts.length === 0 ? null : (
    <ul>
      {receipts.map(({ id, name, given_on, given_by_name }) => (
        <li key={id}>
          <a href={`/bank/${reference}/receipts/${id}`}>
            <bdi>{name}</bdi>
          </a>
          , {sayShortDay(given_on)}, from {given_by_name}
        </li>
      ))}
    </ul>
  )
