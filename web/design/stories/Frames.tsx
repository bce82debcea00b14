import { Brand } from '../../ui/frame/Brand.tsx';
import { NotFound, NotFoundWords } from '../../ui/frame/NotFound.tsx';
import { PublicFrame } from '../../ui/frame/PublicFrame.tsx';
import { RouteProblem } from '../../ui/frame/RouteProblem.tsx';
import { Age, IdentityHeader, IdentityLine } from '../../ui/IdentityHeader.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const elena = { name: 'Elena Marsh', birthDate: '1968-03-14', mrn: '004-118-22' };
const unknown = { name: 'María de los Ángeles Fernández de la Vega', birthDate: null, mrn: null, deceased: true };

export const Frames = () => {
  const words = useWords();
  return (
    <>
      <Story name="Brand" className="grid gap-3">
        <Brand name="Juniper Hill Family Medicine" />
        <Brand name="St. Catherine of the Northern Lakes Regional Health and Rehabilitation Center" />
      </Story>
      <Story name="IdentityHeader: known, not known" className="grid gap-8 p-4">
        <IdentityHeader patient={elena} />
        <IdentityHeader patient={unknown} />
      </Story>
      <Story name="IdentityLine; Age of a baby">
        <IdentityLine patient={elena} />
        <p>
          <Age birthDate="2026-02-01" />
        </p>
      </Story>
      <Story name="PublicFrame" className="rounded-card border border-line [&>*]:min-h-0">
        <PublicFrame>
          <p>{words('A page before anybody is signed in', 'Una página antes de entrar')}</p>
        </PublicFrame>
      </Story>
      <Story name="NotFound" className="rounded-card border border-line [&>*]:min-h-0">
        <NotFound />
      </Story>
      <Story name="NotFoundWords, inside of the frame of a signed-in person" className="">
        <NotFoundWords />
      </Story>
      <Story name="RouteProblem" className="">
        <RouteProblem error={new Error('nothing')} reset={() => {}} />
      </Story>
    </>
  );
};
