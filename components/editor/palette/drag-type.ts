/** The kind of data that a node type dragged from the palette carries: the type's name. */
export const nodeDragType = 'application/x-tagloom-node';
