// Which part of Studio belongs to an address, and where its callbacks lead.
const editor = (id) => `/workflows/definitions/${encodeURIComponent(id)}/edit`;
const viewer = (id) => `/workflows/instances/${encodeURIComponent(id)}/view`;

const routes = [
  {
    path: /^\/workflows\/definitions\/?$/,
    tag: 'elsa-workflow-definition-list',
    section: 'definitions',
    callbacks: { editWorkflowDefinition: editor },
  },
  {
    path: /^\/workflows\/definitions\/([^/]+)\/edit\/?$/,
    tag: 'elsa-workflow-definition-editor',
    section: 'definitions',
    attribute: 'definition-id',
  },
  {
    path: /^\/workflows\/instances\/?$/,
    tag: 'elsa-workflow-instance-list',
    section: 'instances',
    callbacks: { viewWorkflowInstance: viewer },
  },
  {
    path: /^\/workflows\/instances\/([^/]+)\/view\/?$/,
    tag: 'elsa-workflow-instance-viewer',
    section: 'instances',
    attribute: 'instance-id',
    callbacks: { editWorkflowDefinition: editor },
  },
];

/** The part for a path with its id, or null for a page that is not Studio's. */
export function partFor(path) {
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match) return { ...route, id: match[1] ? decodeURIComponent(match[1]) : null };
  }
  return null;
}
