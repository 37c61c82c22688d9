/** Runs one part of the lab's work and prints what it did and how long it took. */
export async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    const result = await work();
    console.log(`${seconds().padStart(8)}  ${name}`);
    return result;
  } catch (error) {
    console.log(`${seconds().padStart(8)}  ${name}: failed`);
    throw error;
  }
}
