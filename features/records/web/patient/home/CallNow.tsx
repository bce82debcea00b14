import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import type { Result } from '../../../observation.ts';
import { UrgentAdvice } from '../../shared/letter/UrgentAdvice.tsx';
import { usePlainWords } from '../../shared/plain-words.ts';
import { ResultValueText } from '../../shared/ResultValueText.tsx';

/** How far a dangerous value lies from the typical range. */
export const FarOut = ({ result }: { result: Result }) => {
  if (result.direction === 'low') return <Trans>far below the typical range</Trans>;
  if (result.direction === 'high') return <Trans>far above the typical range</Trans>;
  return <Trans>far outside the typical range</Trans>;
};

/** Critical values: the phone first, what the call is about, and what to do when nobody answers. */
export const CallNow = ({ phone, urgent }: { phone: string; urgent: readonly Result[] }) => {
  const words = usePlainWords();
  return (
    <section
      aria-labelledby="call-now"
      className="flex gap-4 rounded-card border-2 border-bad bg-bad-soft p-5 text-bad forced:border-current"
    >
      <Phone aria-hidden size={26} className="mt-0.5 shrink-0" />
      <div className="min-w-0 space-y-2 [&_a]:text-current">
        <h2 id="call-now" className="font-sans text-lg font-semibold">
          <a href={`tel:${phone}`} className="inline-flex min-h-8 items-center">
            <Trans>Call {phone} now</Trans>
          </a>
        </h2>
        <ul className="space-y-1">
          {urgent.map((result, index) => (
            <li key={result.id ?? index}>
              <Link to={`/results/${result.id}`} className="font-semibold">
                {words(result).name}
              </Link>
              : <ResultValueText result={result} /> – <FarOut result={result} />
            </li>
          ))}
        </ul>
        <p>
          <UrgentAdvice />
        </p>
      </div>
    </section>
  );
};
