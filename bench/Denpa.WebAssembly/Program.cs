using Denpa.Benchmarks;

// What a training step takes in a browser, under WebAssembly's interpreter, written to the browser's console; bench/webassembly opens it:
//     bench/webassembly [--rounds 5] [CHECKOUT…]
Console.WriteLine($"trainer {Steps.UnderTrainer()}");
Console.WriteLine($"plan {Steps.UnderPlan()}");
Console.WriteLine("end");
