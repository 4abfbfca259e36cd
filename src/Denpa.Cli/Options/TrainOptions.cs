using System.CommandLine;
using Denpa.Tables;

namespace Denpa.Cli.Options;

/// <summary>The options of <c>train</c>, and what they say as settings.</summary>
internal sealed class TrainOptions
{
    private static readonly TrainingSettings Default = new();

    public Option<string?> Target { get; } = new("--target")
    {
        Description = "The column to predict; the last one when left out",
        HelpName = "COLUMN",
    };

    public Option<string> Task { get; } = OptionParsers.Choice("--task", "What to predict", "auto", "classification", "regression");

    public Option<string[]?> Features { get; } = OptionParsers.Names(
        "--features", "The columns to learn from; all that can be used when left out");

    public Option<string[]?> Ignore { get; } = OptionParsers.Names("--ignore", "Columns to leave out");

    public Option<string?> Test { get; } = new("--test")
    {
        Description = "A CSV file to test on, instead of held-out rows of DATA",
        HelpName = "FILE",
    };

    public Option<string[]?> Idx { get; } = DataOptions.ImagesAndLabels(
        "--idx", "IDX files of images and their labels, plain or gzip, instead of DATA");

    public Option<string[]?> TestIdx { get; } = DataOptions.ImagesAndLabels(
        "--test-idx", "IDX files to test on, instead of held-out images of --idx");

    public Option<SplitFractions> Split { get; } = new("--split")
    {
        Description = "Percent of the rows to train, validate and test on",
        HelpName = "A/B/C",
        DefaultValueFactory = _ => Default.Split,
        CustomParser = OptionParsers.Split,
    };

    public Option<string> Preset { get; } = SettingOptions.Choice(
        "--preset", "How to build and train where nothing else is said", PresetChoice.Quality.Name, PresetChoice.All);

    public Option<int?> Members { get; } = SettingOptions.WholeOfPreset(
        NumberSetting.Members, "Networks whose mean answers, each trained without a part of the rows");

    public Option<string[]?> Without { get; } = SettingOptions.SomeOf(
        "--without", "Parts of the preset to leave out", "part of a preset", PartChoice.All);

    public Option<int[]> Hidden { get; } = new("--hidden")
    {
        Description = "Units of each hidden layer; 0 for a linear model",
        HelpName = "N,N",
        CustomParser = OptionParsers.Hidden,
    };

    public Option<string?> Activation { get; } = SettingOptions.ChoiceOfPreset(
        "--activation", "The hidden layers' activation", ActivationChoice.All);

    public Option<string?> Initializer { get; } = new("--init")
    {
        Description = $"Initial weights: {string.Join(", ", InitializerChoice.All.SkipLast(1))} or {InitializerChoice.All[^1]}",
        HelpName = "INIT",
        CustomParser = result => PlainWidth.Of(result.Tokens[0].Value).ToLowerInvariant(),
    };

    public Option<string> Loss { get; } = SettingOptions.Choice(
        "--loss", "The loss; auto goes by the task", Default.Loss, LossChoice.All);

    public Option<string?> Optimizer { get; } = SettingOptions.ChoiceOfPreset(
        "--optimizer", "The optimizer", OptimizerChoice.All);

    public Option<double?> Momentum { get; } = SettingOptions.Number(
        NumberSetting.Momentum, $"Momentum of {And(OptimizerChoice.All.NamesWith(NumberSetting.Momentum))}");

    public Option<double?> LearningRate { get; } = SettingOptions.Number(
        NumberSetting.LearningRate, "The learning rate of all weights alike");

    public Option<string?> Schedule { get; } = SettingOptions.ChoiceOfPreset(
        "--schedule", "How the learning rate goes on", ScheduleChoice.All);

    public Option<int> StepSize { get; } = SettingOptions.Whole(
        NumberSetting.StepSize, "Epochs between two cuts of the step schedule", Default.StepSize);

    public Option<double?> Gamma { get; } = SettingOptions.Number(
        NumberSetting.Gamma, $"The factor of the {And(ScheduleChoice.All.NamesWith(NumberSetting.Gamma))} schedules");

    public Option<int> WarmUp { get; } = SettingOptions.Whole(
        NumberSetting.WarmUp, "Epochs over which the learning rate rises to its start", Default.WarmUp);

    public Option<double?> WeightDecay { get; } = SettingOptions.Number(NumberSetting.WeightDecay, "The weight decay");

    public Option<double?> Dropout { get; } = SettingOptions.Number(
        NumberSetting.Dropout, "The probability that a hidden unit is dropped");

    public Option<double?> LabelSmoothing { get; } = SettingOptions.Number(
        NumberSetting.LabelSmoothing, "How much of each class is spread over all classes");

    public Option<double?> Beta2 { get; } = SettingOptions.Number(
        NumberSetting.Beta2, "How much of the running mean square stays in a step of adam and adamw");

    public Option<double?> ClipNorm { get; } = SettingOptions.Number(
        NumberSetting.ClipNorm, "The largest norm of all gradients together");

    public Option<int?> Batch { get; } = new("--batch")
    {
        Description = "Rows per step: full for batch learning, 1 for online",
        HelpName = "N|full",
        CustomParser = result => OptionParsers.Batch(result),
    };

    public Option<int?> Epochs { get; } = SettingOptions.WholeOfPreset(
        NumberSetting.Epochs, "The most passes over the training rows");

    public Option<TimeSpan?> Time { get; } = new("--time")
    {
        Description = "The longest time to train for, such as 60s, 5m or 1h",
        HelpName = "TIME",
        CustomParser = OptionParsers.Time,
    };

    public Option<int?> Patience { get; } = SettingOptions.WholeOfPreset(
        NumberSetting.Patience, "Epochs without a better validation loss before stopping; 0: never");

    public Option<string> ClassWeight { get; } = OptionParsers.Choice(
        "--class-weight", "How much each class counts in the loss", "none", "balanced");

    public Option<ulong> Seed { get; } = new("--seed")
    {
        Description = "The seed of everything random",
        HelpName = "N",
        DefaultValueFactory = _ => Default.Seed,
        CustomParser = OptionParsers.Seed,
    };

    public Option<string> ElementType { get; } = OptionParsers.Choice("--dtype", "The type of the numbers", "float32", "float64");

    public Option<bool> NoShuffle { get; } = new("--no-shuffle")
    {
        Description = "Take the training rows in the same order in every epoch",
    };

    public Option<string?> From { get; } = new("--from")
    {
        Description = "Train this model further, with its columns, scales and layers",
        HelpName = "MODEL",
    };

    public Option<string?> Checkpoint { get; } = new("--checkpoint")
    {
        Description = "Save the state of training into this folder as it goes",
        HelpName = "DIR",
    };

    public Option<bool> Resume { get; } = new("--resume") { Description = "Go on from the checkpoint" };

    public Option<string> Output { get; } = new("--output", "-o")
    {
        Description = "Where to save the model",
        HelpName = "MODEL",
        DefaultValueFactory = _ => "model.safetensors",
    };

    public Option<string?> History { get; } = new("--history")
    {
        Description = "Write the losses and metrics of each epoch as CSV",
        HelpName = "FILE.csv",
    };

    public Option<string?> Events { get; } = new("--events")
    {
        Description = "Write what happens as lines of JSON",
        HelpName = "FILE.jsonl",
    };

    public Option<bool> Health { get; } = new("--health")
    {
        Description = "Also say how numbers flow through the trained layers, and what is wrong with that",
    };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what was understood, and stop" };

    public Option<string> Metric { get; } = SettingOptions.Choice(
        "--metric", "What of the validation rows tells the best epoch", MetricChoice.All[0].Name, MetricChoice.All);

    public Option<int?> Folds { get; } = OptionParsers.WholeIfGiven(
        "--folds", "First measure by cross-validation over so many folds", NumberBounds.WholeFrom(2));

    public Option<string?> SplitBy { get; } = new("--split-by")
    {
        Description = "Test on the last rows by this column, such as a date, and learn from the first",
        HelpName = "COLUMN",
    };

    public Option<string?> Group { get; } = new("--group")
    {
        Description = "Keep all rows with the same value of this column in one part, and do not learn from it",
        HelpName = "COLUMN",
    };

    public KindOptions Kinds { get; } = new();

    public void AddTo(Command command)
    {
        Option[] all =
        [
            Target, Task, Features, Ignore, Test, Idx, TestIdx, Split, Preset, Members, Without, Hidden, Activation, Initializer, Loss,
            Optimizer, Momentum, LearningRate, Schedule, StepSize, Gamma, WarmUp, WeightDecay, Dropout, LabelSmoothing, Beta2, ClipNorm,
            Batch, Epochs, Time, Patience, ClassWeight,
            Seed, CommonOptions.Threads, ElementType, NoShuffle, From, Checkpoint, Resume, Output, CommonOptions.Force, History, Events,
            Health, DryRun, Metric, Folds, SplitBy, Group, Kinds.Option,
        ];
        foreach (Option option in all) command.Options.Add(option);
        ReadingOptions.AddTo(command);
        SettingOptions.Complete(Initializer, InitializerChoice.All, choice => choice.Example);
        Batch.CompletionSources.Add("full");
        Initializer.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not { } name) return;
            if (InitializerChoice.IsKnown(name)) return;
            string shown = Quoted.Text(name);
            string meant = MistakenWord.DidYouMean(name, InitializerChoice.All.Names, Synonyms.OfValue(name));
            result.AddError($"--init: {shown} is not an initialiser: use {InitializerChoice.Usage}{meant}");
        });
        command.Validators.Add(result =>
        {
            if (result.IsGiven(Resume) && !result.IsGiven(Checkpoint))
                result.AddError("--resume: says to go on from a checkpoint, so it needs --checkpoint DIR");
            if (result.IsGiven(Test) && result.IsGiven(Idx))
                result.AddError("--test: the data are images — name those to test on by --test-idx IMAGES LABELS");
            if (result.IsGiven(TestIdx) && !result.IsGiven(Idx))
                result.AddError("--test-idx: images to test on go with images to train on — name those by --idx IMAGES LABELS");
            if (result.IsGiven(SplitBy) && result.IsGiven(Group))
                result.AddError("--split-by and --group: rows are shared out either in the order of a column or by groups — name one");
            if (result.IsGiven(Folds) && result.IsGiven(From))
                result.AddError("--folds and --from: a model that was trained on a fold's rows cannot be measured on them — name one");
        });
    }

    /// <summary>The options that the weights depend on, and the rest as other settings have it.</summary>
    /// <param name="parsed">The words.</param>
    /// <param name="preset">The other settings.</param>
    public TrainingSettings Settings(ParseResult parsed, TrainingSettings preset)
    {
        // A rate or an optimizer of one's own is that of all weights alike.
        bool isPlain = parsed.IsGiven(LearningRate) || parsed.IsGiven(Optimizer);
        foreach (string part in parsed.GetValue(Without) ?? []) preset = PartChoice.All.First(each => each.Name == part).Without(preset);
        return preset with
        {
            Members = parsed.GetValue(Members) ?? preset.Members,
            Hidden = parsed.Given(Hidden, [.. preset.Hidden]),
            Activation = parsed.GetValue(Activation) ?? preset.Activation,
            Initializer = parsed.GetValue(Initializer) ?? preset.Initializer,
            Dropout = parsed.GetValue(Dropout) ?? preset.Dropout,
            Loss = parsed.GetValue(Loss)!,
            Optimizer = parsed.GetValue(Optimizer) ?? preset.Optimizer,
            LayerRates = preset.LayerRates && !isPlain,
            Beta2 = parsed.GetValue(Beta2) ?? (parsed.IsGiven(Optimizer) ? null : preset.Beta2),
            LabelSmoothing = parsed.GetValue(LabelSmoothing) ?? preset.LabelSmoothing,
            Momentum = parsed.GetValue(Momentum),
            LearningRate = isPlain ? parsed.GetValue(LearningRate) : preset.LearningRate,
            Schedule = parsed.GetValue(Schedule) ?? preset.Schedule,
            StepSize = parsed.GetValue(StepSize),
            Gamma = parsed.GetValue(Gamma),
            WarmUp = parsed.GetValue(WarmUp),
            WeightDecay = parsed.GetValue(WeightDecay) ?? preset.WeightDecay,
            ClipNorm = parsed.GetValue(ClipNorm),
            BatchSize = parsed.GetValue(Batch) ?? preset.BatchSize,
            Epochs = parsed.GetValue(Epochs) ?? preset.Epochs,
            Patience = parsed.GetValue(Patience) ?? preset.Patience,
            Metric = parsed.GetValue(Metric) is { } metric && metric != MetricChoice.All[0].Name ? metric : null,
            TimeLimit = parsed.GetValue(Time),
            BalancedClasses = parsed.GetValue(ClassWeight) == "balanced",
            Split = parsed.GetValue(Split)!,
            SplitBy = parsed.GetValue(SplitBy),
            Group = parsed.GetValue(Group),
            Shuffle = !parsed.GetValue(NoShuffle),
            Seed = parsed.GetValue(Seed),
            DType = parsed.GetValue(ElementType) == "float64" ? DType.Float64 : DType.Float32,
        };
    }

    /// <summary>How to build and train where nothing else is said. A linear model is plain but where a preset is asked for.</summary>
    public PresetChoice PresetOf(ParseResult parsed)
    {
        bool isLinear = parsed.IsGiven(Hidden) && parsed.GetValue(Hidden) is [];
        string name = isLinear && !parsed.IsGiven(Preset) ? PresetChoice.Fast.Name : parsed.GetValue(Preset)!;
        return PresetChoice.All.First(preset => preset.Name == name);
    }

    /// <summary>The options that say what the columns are for.</summary>
    /// <param name="parsed">The words.</param>
    /// <param name="table">The table with the columns.</param>
    /// <param name="target">The column to predict when none is named; null for the last.</param>
    public UnderstandingOptions Understanding(ParseResult parsed, Table table, string? target) => new()
    {
        Target = parsed.GetValue(Target) is { } named ? ColumnNames.Find(table, named) : target,
        Task = parsed.GetValue(Task) switch
        {
            "classification" => TableTask.Classification,
            "regression" => TableTask.Regression,
            _ => null,
        },
        Features = parsed.GetValue(Features) is { Length: > 0 } features ? Found(table, features) : null,
        Ignore = [.. Found(table, [.. parsed.GetValue(Ignore) ?? [], .. Grouping(parsed)]), .. Kinds.Ignored(parsed, table)],
        Kinds = Kinds.Of(parsed, table),
    };

    /// <summary>The columns that options name, other than by number.</summary>
    public string[] ExpectedNames(ParseResult parsed) =>
    [
        .. new[] { parsed.GetValue(Target) }.OfType<string>()
            .Concat(parsed.GetValue(Features) ?? [])
            .Concat(parsed.GetValue(Ignore) ?? [])
            .Concat(Kinds.Columns(parsed))
            .Where(name => !int.TryParse(name, out _)),
    ];

    private static string[] Found(Table table, string[] names) => [.. names.Select(name => ColumnNames.Find(table, name))];

    /// <summary>The column of groups, which tells them apart and nothing more, unless it was named to learn from.</summary>
    private IEnumerable<string> Grouping(ParseResult parsed) =>
        parsed.GetValue(Group) is { } group && parsed.GetValue(Features)?.Contains(group) != true ? [group] : [];

    private static string And(string[] names) => $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
