using BenchmarkDotNet.Running;
using Denpa.Benchmarks;

// dotnet run -c Release --project bench/Denpa.Benchmarks -- --filter '*Products*'
BenchmarkSwitcher.FromTypes([typeof(Products), typeof(Functions), typeof(Lines), typeof(Updates)]).Run(args, new KernelConfiguration());
