import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import { z } from 'zod';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const problemSchema = z.object({
  error: z.object({ code: z.string(), message: z.object({ zh: z.string(), en: z.string() }) }),
});

/** The product's HTTP interface, as a program uses it. */
export class Api {
  constructor(private readonly requests: APIRequestContext) {}

  /** Asks and reads the answer; anything but a success fails the journey. */
  async ask<S extends z.ZodType>(
    schema: S,
    method: Method,
    path: string,
    data?: unknown,
  ): Promise<z.output<S>> {
    const response = await this.send(method, path, data);
    await expect(response, `${method} ${path}: ${response.ok() ? '' : await response.text()}`).toBeOK();
    return schema.parse(await response.json());
  }

  /** The status and code of a refusal, with a sentence in both languages. */
  async refusal(method: Method, path: string, data?: unknown): Promise<{ status: number; code: string }> {
    const response = await this.send(method, path, data);
    const { error } = problemSchema.parse(await response.json());
    expect(error.message.zh).toMatch(/\p{Script=Han}/u);
    expect(error.message.en).toMatch(/[a-z]{3}/);
    return { status: response.status(), code: error.code };
  }

  /** Sends a file as the body. */
  async upload<S extends z.ZodType>(schema: S, path: string, file: Buffer): Promise<z.output<S>> {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await this.requests.post(path, { data: file, headers });
    await expect(response, `upload to ${path}`).toBeOK();
    return schema.parse(await response.json());
  }

  /** The bytes of an attachment. */
  async file(path: string): Promise<Buffer> {
    const response = await this.requests.get(path);
    await expect(response, `file ${path}`).toBeOK();
    return response.body();
  }

  close(): Promise<void> {
    return this.requests.dispose();
  }

  private send(method: Method, path: string, data?: unknown): Promise<APIResponse> {
    return this.requests[method](path, { data });
  }
}
