#:project ../src/Denpa/Denpa.csproj

// A new head on an old body: a network that has learned one thing, saved and loaded, learns another with its first layers frozen.

using Denpa;

float[,] points = new float[400, 2];
int[] quadrants = new int[400];
bool[] isAbove = new bool[400];
Generator generator = new(seed: 1);
for (int i = 0; i < quadrants.Length; i++)
{
    (points[i, 0], points[i, 1]) = ((2 * generator.NextSingle()) - 1, (2 * generator.NextSingle()) - 1);
    quadrants[i] = (points[i, 0] > 0 ? 1 : 0) + (points[i, 1] > 0 ? 2 : 0);
    isAbove[i] = points[i, 1] > points[i, 0];
}

Sequential first = new(new Linear(2, 16, generator), new Tanh(), new Linear(16, 4, generator));
first.Fit(points, quadrants, progress: new ConsoleProgress(every: 25));
string path = Path.Combine(Path.GetTempPath(), "quadrants.safetensors");
first.Save(path);

Sequential old = Sequential.Load(path);
Sequential network = new([.. old.Detach(..^1), new Linear(16, 1, generator)]);
foreach (Parameter parameter in network.Layers[0].Parameters) parameter.IsFrozen = true;
network.Fit(points, isAbove);
Console.WriteLine(network);

long[] answers = new Predictor(network).PredictClasses(Tensor.From(points)).ToArray<long>();
int right = answers.Zip(isAbove, (answer, above) => answer == (above ? 1 : 0)).Count(isRight => isRight);
Console.WriteLine($"{right} of {answers.Length} points are told to be above the diagonal or below it.");
