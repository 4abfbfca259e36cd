#:project ../src/Denpa/Denpa.csproj
#:project ../src/Denpa.Tables/Denpa.Tables.csproj

// Ten lines: a network learns to read handwritten digits, and is tested on digits that it has never seen.

using Denpa;
using Denpa.Tables;

DigitImages digits = Digits.Load();
Dataset images = new(Tensor.From(digits.Pixels, [Digits.Count, 64]), Tensor.From(digits.Labels, [Digits.Count]));
SplitRows rows = Split.Stratified(digits.Labels, new Generator(seed: 0));
Dataset training = images.Subset(rows.Training), test = images.Subset(rows.Test);

Generator generator = new(seed: 1);
Sequential model = new(new Linear(64, 32, generator), new Relu(), new Linear(32, 10, generator));
Adam adam = new(model.Parameters, learningRate: 0.01);
new Trainer(model, new SoftmaxCrossEntropy(), adam, new TrainingOptions { Epochs = 20 }).Fit(training);

double accuracy = Accuracy.Of(new Predictor(model).Predict(test.Features), test.Targets);
Console.WriteLine($"{accuracy:P1} of {test.Count} digits that it has never seen are read correctly.");
