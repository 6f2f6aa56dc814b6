import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Kind } from '../../gql/enums';
import { useNames } from '../i18n/names';
import { entityPath } from '../paths';
import { KindMark } from './KindMark';

/** A link to the page of an entity, with the sign of its kind. */
export function EntityLink({ entity }: { entity: { id: string; kind: Kind; name: string; nameEn: string | null } }) {
  const nameOf = useNames();
  return (
    <Anchor component={Link} href={entityPath(entity.id)} inherit>
      <KindMark kind={entity.kind} size={18} /> {nameOf(entity)}
    </Anchor>
  );
}
