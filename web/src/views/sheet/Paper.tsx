import type { MatchSheetQuery } from '../../gql/graphql';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { SafeLink, webAddress } from '../../shared/ui/SafeLink';
import { anywhere, type MatchState } from '../match/state';
import { score, share, useMatchWords } from '../match/words';
import { Citations } from './cite';
import { Cites, Labelled, Section, SourceList } from './parts';
import style from './Sheet.module.css';
import { text } from './texts';

type Match = NonNullable<MatchSheetQuery['partnerMatch']>;

type Place = MatchSheetQuery['places'][number];
type Region = Exclude<NonNullable<Place>, Record<PropertyKey, never>>;
const isRegion = (place: Place): place is Region => place !== null && 'name' in place;

/** The sheet itself; state: what was asked. */
export function Paper({ data, match, state }: { data: MatchSheetQuery; match: Match; state: MatchState }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const matchWords = useMatchWords();
  const { language } = useLanguage();
  const { home, demand, totalCount } = data.matchPartners;
  const own = state.text;
  // In the order in which they are read; the last section lists them.
  const cited = new Citations();
  const asked = [demand.entity && nameOf(demand.entity), own].filter(Boolean).join(t.and);
  const website = 'website' in match.partner ? match.partner.website : null;
  const ways = match.introductions ?? [];
  const today = new Date();
  // A rank is one among whom was looked at, and how.
  const place = (id: string) => {
    const found = data.places.filter(isRegion).find((p) => p.id === id);
    return found ? nameOf(found) : id;
  };
  const scope = [
    state.region === anywhere ? t.anywhere : place(state.region),
    state.exclude && t.without(place(state.exclude)),
    state.kinds.length > 0 && state.kinds.map(words.kind).join(t.comma),
    matchWords.strategy(state.strategy),
  ]
    .filter(Boolean)
    .join(t.and);

  const reasons = (title: string, all: Match['reasonsFor'], none: string) => (
    <Section title={title}>
      <ul>
        {all.map((r, i) => (
          <li key={i}>
            {matchWords.sentence(r.sentence)}
            <Cites numbers={cited.ofSteps(r.evidence.flatMap((e) => e.path.steps))} />
          </li>
        ))}
        {all.length === 0 && <li>{none}</li>}
      </ul>
    </Section>
  );

  return (
    <article className={style.paper} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <h1>{t.title}</h1>
      <p className={style.subtitle}>
        {asked} — {nameOf(match.partner)}
      </p>
      <Section title={t.demand}>
        <Labelled label={t.demand}>
          {demand.entity && t.ofKind(nameOf(demand.entity), words.kind(demand.entity.kind))}
          {demand.entity && <Cites numbers={cited.of(demand.entity.sources, 2)} />}
          {demand.entity && own && t.and}
          {own}
        </Labelled>
        <Labelled label={t.fields}>
          {demand.fields
            .map((f) => `${nameOf(f.field)} ${share(f.weight)}${f.words.length > 0 ? t.by(f.words.join('、')) : ''}`)
            .join(t.and) || t.noFields}
        </Labelled>
        {demand.basisNote && <Labelled label={t.basis}>{matchWords.sentence(demand.basisNote)}</Labelled>}
        <Labelled label={t.home}>{nameOf(home)}</Labelled>
        <Labelled label={t.scope}>{scope}</Labelled>
      </Section>
      <Section title={t.partner}>
        <Labelled label={t.body}>
          {t.ofKind(nameOf(match.partner), words.kind(match.partner.kind))}
          <Cites numbers={cited.of(match.partner.sources, 2)} />
        </Labelled>
        {match.partner.nameEn && language === 'zh' && <Labelled label={t.english}>{match.partner.nameEn}</Labelled>}
        {match.region && (
          <Labelled label={t.place}>
            {nameOf(match.region)}
            {match.distance !== null && t.away(nameOf(home), match.distance.toFixed(0))}
          </Labelled>
        )}
        {webAddress(website) && (
          <Labelled label={t.website}>
            <SafeLink url={website}>{website}</SafeLink>
          </Labelled>
        )}
        <Labelled label={t.rank}>{t.nth(match.rank, totalCount, score(match.score))}</Labelled>
      </Section>
      <Section title={t.score}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.weight}</th>
              <th scope="col">{t.counts}</th>
            </tr>
          </thead>
          <tbody>
            {match.components.map((p) => (
              <tr key={p.name}>
                <td>{matchWords.component(p.name)}</td>
                <td>{p.value.toFixed(2)}</td>
                <td>{share(p.weight)}</td>
                <td>{score(p.value * p.weight)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {reasons(t.for, match.reasonsFor, t.noneFor)}
      {reasons(t.against, match.reasonsAgainst, t.noneAgainst)}
      {match.wouldChange.length > 0 && (
        <Section title={t.change}>
          <ul>
            {match.wouldChange.map((c, i) => (
              <li key={i}>{matchWords.sentence(c.sentence)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.route}>
        <ul>
          {ways.map((w, i) => (
            <li key={i}>
              {matchWords.sentence(w.reason)}
              <Cites numbers={cited.ofSteps(w.steps)} />
            </li>
          ))}
          {ways.length === 0 && <li>{match.introductions ? t.noRoute : t.unknownRoute}</li>}
        </ul>
      </Section>
      <Section title={t.notes}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.contact}</th>
              <th scope="col">{t.date}</th>
              <th scope="col">{t.next}</th>
            </tr>
          </thead>
          <tbody className={style.empty}>
            <tr>
              <td />
              <td />
              <td />
            </tr>
            <tr>
              <td />
              <td />
              <td />
            </tr>
          </tbody>
        </table>
      </Section>
      <Section title={t.sources}>
        <SourceList sources={cited.sources} />
      </Section>
      <footer>
        {t.foot(
          today.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB'),
          data.generation.number,
          data.generation.loadedAt?.slice(0, 10) ?? '–',
        )}
      </footer>
    </article>
  );
}
