namespace Denpa.Cli.Options;

/// <summary>What other tools, other libraries and habit call the commands, options and values that denpa has.</summary>
internal static class Synonyms
{
    /// <summary>Other names of commands, by the words that call the command.</summary>
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["train"] = "fit learn run start optimize tune",
        ["predict"] = "infer inference apply classify forecast use guess",
        ["evaluate"] = "eval test score validate measure check metrics accuracy assess",
        ["summary"] = "info show inspect model print layers summarise summarize about",
        ["bench"] = "benchmark benchmarks speed perf performance timing",
        ["data describe"] = "describe desc profile columns info show inspect summary head",
        ["data list"] = "list ls datasets dataset sets",
        ["data make"] = "make generate gen create new draw sample toy",
        ["data fetch"] = "fetch download get pull load",
        ["completion"] = "completions complete autocomplete autocompletion shell",
    };

    /// <summary>Other names of options, without dashes between their words, by the option.</summary>
    private static readonly Dictionary<string, string> Options = new()
    {
        ["--batch"] = "batchsize bs minibatch minibatchsize trainbatchsize rowsperstep b",
        ["--lr"] = "learningrate rate eta alpha learnrate initiallr initlr learningrateinit initiallearningrate baselr steplength",
        ["--output"] = "out outfile outputfile outputmodel outputpath outputname outputdir outpath outdir save saveas saveto savemodel "
            + "savepath modelfile modelout modelpath model dest destination file filename folder dir directory to into o csv",
        ["--hidden"] = "hiddenlayers hiddenlayer hiddensize hiddensizes hiddenlayersize hiddenlayersizes hiddenunits hiddendim hiddendims "
            + "layers layer layersizes units neurons nodes architecture arch width widths network",
        ["--epochs"] = "epoch numepochs nepochs nbepochs nbepoch maxepochs maxepoch epochcount iterations iteration iter iters maxiter "
            + "niter numiterations passes rounds steps maxsteps e n",
        ["--time"] = "timelimit maxtime timeout duration budget timebudget seconds maxseconds wallclock",
        ["--target"] = "label labels y targetcolumn targetcol labelcolumn labelcol class classcolumn outcome response dependent ycolumn "
            + "predictcolumn answer output column t",
        ["--optimizer"] = "optim optimiser opt solver algorithm updater",
        ["--activation"] = "act activations activationfunction nonlinearity hiddenactivation activationfn",
        ["--loss"] = "lossfunction lossfn criterion objective cost costfunction",
        ["--weight-decay"] = "l2 wd decay weightdecayrate regularization regularisation regularizer lambda l2reg l2regularization reg",
        ["--dropout"] = "drop dropoutrate dropoutp pdrop droprate dropprob keepprob",
        ["--patience"] = "earlystopping earlystop earlystoppingpatience earlystoppingrounds earlystoprounds stopafter niternochange "
            + "timeout",
        ["--clip-norm"] = "clip gradclip clipgrad clipgradnorm maxgradnorm maxnorm gradientclip gradientclipping clipgradient "
            + "clipgradients clipvalue",
        ["--schedule"] = "scheduler lrschedule lrscheduler learningrateschedule lrpolicy anneal annealing lrdecay",
        ["--warm-up"] = "warmup warmupepochs warmupsteps warmupratio",
        ["--step-size"] = "decaysteps stepepochs lrstep",
        ["--gamma"] = "factor decayrate decayfactor lrgamma lrfactor",
        ["--momentum"] = "beta beta1 mu rho momentumrate",
        ["--seed"] = "randomstate randomseed rng rngseed manualseed random rngstate",
        ["--threads"] = "jobs njobs j cores cpus cpu workers numthreads nthreads numworkers nworkers threadcount nproc p",
        ["--dtype"] = "precision type datatype floattype elementtype float fp",
        ["--split"] = "valsplit validationsplit trainsplit testsplit testsize trainsize valsize validationsize holdout trainfraction "
            + "testfraction validationfraction valfraction ratio trainratio testratio trainval traintestsplit",
        ["--features"] = "feature inputs input columns cols x xcolumns featurecolumns featurecols use usecols usecolumns predictors",
        ["--ignore"] = "exclude dropcolumns dropcols dropcolumn skip skipcolumns ignorecolumns excludecolumns without leaveout omit remove "
            + "ignorecols",
        ["--test"] = "testfile testdata testset testcsv testtable evalfile",
        ["--checkpoint"] = "checkpoints ckpt ckpts checkpointdir checkpointpath ckptdir savedir snapshot snapshots",
        ["--resume"] = "continue resumefrom restart goon restore resumetraining",
        ["--from"] = "pretrained load loadmodel finetune startfrom initfrom warmstart weights basemodel initmodel base url mirror source "
            + "address site origin",
        ["--class-weight"] = "classweights balanced balance weightclasses classbalance balanceclasses reweight",
        ["--init"] = "initializer initialiser initialization initialisation weightinit kernelinitializer weights0 initweights",
        ["--history"] = "log logs logfile csvlog lossfile metricsfile losscurve losses curve plot",
        ["--events"] = "jsonl jsonlines eventfile logjson tensorboard",
        ["--dry-run"] = "dry dryrun plan explain check preview whatif",
        ["--no-shuffle"] = "shuffle noshuffling shuffling ordered",
        ["--task"] = "tasktype mode problem problemtype predictiontask",
        ["--header"] = "hasheader noheader headers headerrow firstrow names withheader withoutheader skipheader",
        ["--idx"] = "images mnist image ubyte",
        ["--test-idx"] = "testimages testimage",
        ["--health"] = "diagnose diagnostics doctor gradients",
        ["--proba"] = "probabilities probability prob probs predictproba scores confidence softmax",
        ["--keep-columns"] = "keep keepcols withcolumns keepcolumn withdata columns all includecolumns append",
        ["--rows"] = "part split subset set on which num numrows nrows nsamples samples numsamples size count examples points n",
        ["--fail-if"] = "failunder failon failwhen threshold assert require check minaccuracy fail",
        ["--only"] = "workload workloads filter name names benchmark benchmarks select pick",
        ["--runs"] = "repeat repeats repetitions times iterations count n r",
        ["--seconds"] = "duration time mintime",
        ["--list"] = "ls show",
        ["--noise"] = "std sigma deviation stddev jitter",
        ["--classes"] = "nclasses numclasses nclass arms clusters centers k numberofclasses class",
        ["--json"] = "jsonoutput asjson tojson format outputformat machine",
        ["--quiet"] = "silent s noprogress noverbose",
        ["--verbose"] = "debug trace details vv",
        ["--lang"] = "language locale ja japanese en english l",
        ["--force"] = "overwrite yes y f replace",
        ["--help"] = "usage man ?",
        ["--version"] = "V ver v",
    };

    /// <summary>Other names of values, which an option takes by the name here, where it takes it at all.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["silu"] = "swish",
        ["identity"] = "linear none",
        ["sigmoid"] = "logistic sig",
        ["mse"] = "l2 squared meansquarederror squarederror",
        ["mae"] = "l1 absolute meanabsoluteerror absoluteerror",
        ["huber"] = "smoothl1 smoothl1loss",
        ["cross-entropy"] = "ce nll nllloss logloss softmax crossentropyloss categoricalcrossentropy sparsecategoricalcrossentropy",
        ["binary-cross-entropy"] = "bce bceloss bcewithlogits",
        ["float64"] = "double f64 fp64 64 doubleprecision",
        ["float32"] = "float single f32 fp32 32 singleprecision half float16 bfloat16",
        ["classification"] = "classify class classes classifier categorical",
        ["regression"] = "regress regressor reg number numeric",
        ["constant"] = "none fixed off",
        ["step"] = "steplr multistep",
        ["cosine"] = "cos cosineannealing coslr",
        ["one-cycle"] = "1cycle onecyclelr",
        ["exponential"] = "exp exponentiallr",
        ["plateau"] = "reducelronplateau reduceonplateau",
        ["momentum"] = "sgdm sgdmomentum heavyball",
        ["nesterov"] = "nag nesterovmomentum",
        ["xavier"] = "glorot glorotuniform xavieruniform",
        ["he"] = "kaiming kaiminguniform heuniform",
        ["zeros"] = "zero 0",
        ["balanced"] = "balance auto yes true",
        ["train"] = "training trainset",
        ["validation"] = "val valid dev validate",
        ["test"] = "testing testset heldout holdout",
        ["en"] = "english eng us gb",
        ["ja"] = "japanese jp jpn 日本語",
        ["yes"] = "y true on 1",
        ["no"] = "n false off 0",
        ["powershell"] = "pwsh ps posh",
        ["gaussians"] = "blobs gaussian clusters",
        ["circle"] = "circles rings ring",
        ["sine"] = "sin sinus",
        ["linear"] = "line linearregression",
        ["fashion-mnist"] = "fashion fmnist",
        ["digits"] = "mnist digit optdigits",
        ["penguins"] = "palmerpenguins penguin",
    };

    /// <summary>A name without case and without what stands between its words.</summary>
    public static string Bare(string name) =>
        string.Concat(name.Where(letter => letter is not ('-' or '_' or ' ' or '.'))).ToLowerInvariant();

    /// <summary>The commands that a word is another name of, by the words that call them.</summary>
    public static IEnumerable<string> OfCommand(string word) => Find(Commands, word);

    /// <summary>The options that a word is another name of.</summary>
    public static IEnumerable<string> OfOption(string word) => Find(Options, word);

    /// <summary>The values that a word is another name of.</summary>
    public static IEnumerable<string> OfValue(string word) => Find(Values, word);

    private static IEnumerable<string> Find(Dictionary<string, string> names, string word)
    {
        string exact = word.TrimStart('-');
        string bare = Bare(word);
        return names.Where(entry => entry.Value.Split(' ') is { } others && (others.Contains(exact) || others.Contains(bare)))
            .Select(entry => entry.Key);
    }
}
