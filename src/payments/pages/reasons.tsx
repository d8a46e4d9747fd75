import { sayReason, tellReason, turnOf } from '../rules/say.ts'
import type { PayReason } from '../rules/why-not-pay.ts'

/** Every reason why something is not paid, as sentences, and whose turn it is while they stand. */
export const Reasons = ({ reasons }: { reasons: readonly PayReason[] }) =>
  reasons.length === 0 ? (
    <>Nothing</>
  ) : (
    <>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {reasons.map(reason => (
          <li key={reason}>{sayReason(reason)}</li>
        ))}
      </ul>
      <Turn reasons={reasons} />
    </>
  )

const Turn = ({ reasons }: { reasons: readonly PayReason[] }) => {
  const who = turnOf(reasons)
  return who.length === 0 ? null : <p>Whose turn it is: {who.join(', ')}.</p>
}

/** The same for the holder: what is so, and what to do. */
export const ToldReasons = ({ reasons }: { reasons: readonly PayReason[] }) => (
  <ul className="nhsuk-list nhsuk-list--bullet">
    {reasons.map(reason => (
      <li key={reason}>{tellReason(reason)}</li>
    ))}
  </ul>
)
