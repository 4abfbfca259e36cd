// Accepts the libraries' public API as it is now: writes the baselines that the tests compare it with.
using Denpa.PublicApi;

foreach (Baseline baseline in Baseline.All)
{
    baseline.Accept();
    Console.WriteLine($"{baseline.Path}: {baseline.Actual.Count} lines");
}
