/** What the tests use of the npm package `ipp`, which comes without types. */
declare module 'ipp' {
  type Attributes = { readonly [name: string]: unknown };

  type Message = {
    readonly version?: string;
    readonly operation?: string;
    readonly statusCode?: string;
    readonly id?: number;
    readonly 'operation-attributes-tag'?: Attributes;
    readonly 'job-attributes-tag'?: Attributes;
    readonly 'printer-attributes-tag'?: Attributes;
    readonly 'unsupported-attributes-tag'?: Attributes;
  };

  const ipp: {
    /** Throws on what it cannot follow; may return without noticing that the bytes break off. */
    parse(bytes: Buffer): Message;
    /** Throws for an attribute that it does not know. */
    serialize(message: Message): Buffer;
  };
  export default ipp;
}
