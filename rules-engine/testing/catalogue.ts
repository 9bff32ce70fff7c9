import type { Catalogue, Field, FieldType } from '../catalogue';

const label = { zh: '字段', en: 'Field' };

function fields(types: Readonly<Record<string, FieldType>>): Record<string, Field> {
  return Object.fromEntries(
    Object.entries(types).map(([path, type]) => [
      path,
      { path, type, label, unit: null, options: [], personal: false },
    ]),
  );
}

/** What random rules and members are about: every type, at the top, one level down and two. */
export const testCatalogue: Catalogue = {
  fields: fields({
    note: 'text',
    'attrs.city': 'option',
    'attrs.name': 'text',
    'attrs.age': 'number',
    'attrs.points': 'number',
    'attrs.vip': 'boolean',
    'attrs.agreed': 'boolean',
    'attrs.born': 'day',
    'attrs.joined': 'date',
    'attrs.likes': 'list',
    'attrs.home.street': 'text',
    'attrs.home.floor': 'number',
    'attrs.home.since': 'date',
    'attrs.home.marks': 'list',
    'metrics.spent': 'money',
    tags: 'list',
    lists: 'list',
  }),
  eventTypes: {
    order: {
      type: 'order',
      label,
      props: fields({
        'props.amount': 'money',
        'props.category': 'option',
        'props.gift': 'boolean',
        'props.due': 'date',
        'props.delivery': 'day',
        'props.labels': 'list',
        'props.item.sku': 'text',
        'props.item.weight': 'number',
      }),
    },
    visit: {
      type: 'visit',
      label,
      props: fields({ 'props.pages': 'number', 'props.page': 'text', 'props.until': 'date' }),
    },
  },
  tags: {},
  layerings: {},
  segments: {},
  lists: {},
};
