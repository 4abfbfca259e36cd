#:project ../src/Denpa/Denpa.csproj

// Arrays to begin with: zeros, ones, and random numbers that come out the same every time.

using Denpa;

Generator generator = new(seed: 42);

Console.WriteLine($"""
    Four arrays of shape [4, 3]: 4 rows, 3 columns. Biases often begin as zeros, weights never do:
    units that begin alike get the same gradient, and stay alike forever. So weights are random.

    Zeros:
    {Tensor.Zeros([4, 3], DType.Float64)}

    Ones:
    {Tensor.Ones([4, 3], DType.Float64)}

    Uniform: every number from 0 up to, but without, 1 is equally likely.
    {Tensor.Uniform([4, 3], generator, dtype: DType.Float64)}

    Random integers from 0 to 9:
    {Tensor.RandomIntegers([4, 3], generator, low: 0, high: 10)}

    The randomness is an argument: a generator, made from a seed. The same seed gives the same
    numbers, on every machine. Uniform with seed 42 again, its first row:
    {Tensor.Uniform([4, 3], new Generator(seed: 42), dtype: DType.Float64).Rows(..1)}
    and with seed 43:
    {Tensor.Uniform([4, 3], new Generator(seed: 43), dtype: DType.Float64).Rows(..1)}
    """);
