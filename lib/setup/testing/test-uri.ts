/** The environment variable that carries the test server's connection string from the run to its workers. */
export const TEST_URI_VARIABLE = 'TAGLOOM_TEST_MONGODB_URI';
