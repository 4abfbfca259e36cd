using Denpa;
using Denpa.SteadyState;

// Prints the bytes that 1 000 steps of a workload allocate in the whole process, once it runs steadily.
Action<AllocationCount> run = args switch
{
    ["xor"] => Workloads.Xor,
    ["mlp-sgd"] => count => Workloads.Mlp(count, parameters => new Sgd(parameters, 0.01)),
    ["mlp-adam"] => count => Workloads.Mlp(count, parameters => new Adam(parameters, 0.001)),
    ["online-sgd"] => Workloads.Online,
    _ => throw new ArgumentException("say one workload: xor, mlp-sgd, mlp-adam or online-sgd"),
};

// A plan of a program's own step runs it anew in run 1024, to compare, and not again before run 2048.
AllocationCount count = args is ["xor"] ? new(warmUp: 1030) : new();
run(count);
Console.WriteLine(count.Bytes);
