using Denpa.Tests.Formats;

namespace Denpa.Tests.Training.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_empty_or_absent_folder_has_no_checkpoint()
    {
        using CheckpointStore store = new(folder["new"]);
        Assert.Null(store.TryLoadLatest(out string? notice));
        Assert.Null(notice);
    }

    [Theory]
    [InlineData(".checkpoint.safetensors.notes")]
    [InlineData(".checkpoint.safetensors.abcdefgh.ijk")]
    [InlineData(".mine")]
    public void Hidden_files_of_others_stay(string name)
    {
        File.WriteAllText(folder[name], "mine");
        using (CheckpointStore store = new(folder.Path)) Assert.Null(store.TryLoadLatest(out _));
        Assert.Equal("mine", File.ReadAllText(folder[name]));
    }

    [Fact]
    public void What_a_killed_save_left_is_removed()
    {
        string leftover = folder[TemporaryFileName.For(folder["checkpoint.safetensors"])];
        File.WriteAllText(leftover, "half");
        new CheckpointStore(folder.Path).Dispose();
        Assert.False(File.Exists(leftover));
    }

    [Theory]
    [InlineData("checkpoint.safetensors")]
    [InlineData("checkpoint.previous.safetensors")]
    [InlineData("checkpoint.lock")]
    public void A_folder_where_a_file_is_to_be_is_refused(string name)
    {
        Directory.CreateDirectory(folder[name]);
        CheckpointException refusal = Assert.Throws<CheckpointException>(() => new CheckpointStore(folder.Path));
        Assert.Contains($"{name} is a folder, where a file is to be", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("checkpoint.safetensors")]
    [InlineData("checkpoint.previous.safetensors")]
    public void A_model_where_a_checkpoint_is_to_be_is_refused_and_stays(string name)
    {
        SafeTensors.Write(folder[name], [KeyValuePair.Create("weight", Tensor.Ones([2]))]);
        byte[] before = File.ReadAllBytes(folder[name]);
        CheckpointException refusal = Assert.Throws<CheckpointException>(() => new CheckpointStore(folder.Path));
        Assert.Contains($"{name} holds a model or other tensors and no checkpoint", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder[name]));
    }

    [Fact]
    public void A_run_whose_lock_was_taken_away_writes_nothing_into_the_folder_of_the_next()
    {
        Fill();
        using CheckpointStore first = new(folder.Path);
        Checkpoint latest = first.TryLoadLatest(out _)!;
        File.Move(folder["checkpoint.lock"], folder["moved"]);
        using CheckpointStore second = new(folder.Path);
        byte[] before = File.ReadAllBytes(folder["checkpoint.safetensors"]);
        CheckpointException refusal = Assert.Throws<CheckpointException>(() => first.Save(latest));
        Assert.Contains("which this run held, is gone", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder["checkpoint.safetensors"]));
        second.Save(latest);
    }

    [Fact]
    public void The_first_checkpoint_that_cannot_be_written_promises_none_to_go_on_from()
    {
        Fill();
        using CheckpointStore store = new(folder.Path);
        Checkpoint checkpoint = store.TryLoadLatest(out _)!;
        File.Delete(folder["checkpoint.previous.safetensors"]);
        File.Delete(folder["checkpoint.safetensors"]);
        Directory.CreateDirectory(folder["checkpoint.safetensors"]);
        CheckpointException failure = Assert.Throws<CheckpointException>(() => store.Save(checkpoint));
        Assert.EndsWith("there is none before it to go on from", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_latest_checkpoint_and_the_one_before_it_are_kept()
    {
        Fill();
        Assert.Equal(["checkpoint.lock", "checkpoint.previous.safetensors", "checkpoint.safetensors"], folder.Files);
        using CheckpointStore store = new(folder.Path);
        Assert.Equal(2, store.TryLoadLatest(out string? notice)!.Epoch);
        Assert.Null(notice);
        Assert.Equal(1, Checkpoint.Read(folder["checkpoint.previous.safetensors"]).Epoch);
    }

    [Fact]
    public void When_the_latest_is_damaged_the_one_before_it_is_taken_and_it_is_said()
    {
        Fill();
        File.WriteAllBytes(folder["checkpoint.safetensors"], File.ReadAllBytes(folder["checkpoint.safetensors"])[..200]);
        using CheckpointStore store = new(folder.Path);
        Assert.Equal(1, store.TryLoadLatest(out string? notice)!.Epoch);
        Assert.Contains("a header of ", notice, StringComparison.Ordinal);
        Assert.EndsWith("; going on from the checkpoint before it", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_checkpoint_never_takes_the_place_of_a_whole_one()
    {
        Fill();
        byte[] previous = File.ReadAllBytes(folder["checkpoint.previous.safetensors"]);
        File.WriteAllBytes(folder["checkpoint.safetensors"], []);
        using CheckpointStore store = new(folder.Path);
        Checkpoint latest = store.TryLoadLatest(out _)!;
        store.Save(latest);
        Assert.Equal(previous, File.ReadAllBytes(folder["checkpoint.previous.safetensors"]));
        Assert.Equal(1, Checkpoint.Read(folder["checkpoint.safetensors"]).Epoch);
    }

    [Fact]
    public void When_the_latest_is_missing_the_one_before_it_is_taken_and_it_is_said()
    {
        Fill();
        File.Delete(folder["checkpoint.safetensors"]);
        using CheckpointStore store = new(folder.Path);
        Assert.Equal(1, store.TryLoadLatest(out string? notice)!.Epoch);
        Assert.EndsWith("checkpoint.safetensors is missing; going on from the checkpoint before it", notice, StringComparison.Ordinal);
    }

    [Fact]
    public void When_both_are_damaged_it_is_an_error_that_names_both()
    {
        Fill();
        File.WriteAllBytes(folder["checkpoint.safetensors"], []);
        File.WriteAllText(folder["checkpoint.previous.safetensors"], "not a checkpoint");
        using CheckpointStore store = new(folder.Path);
        InvalidFileException error = Assert.Throws<InvalidFileException>(() => store.TryLoadLatest(out _));
        Assert.Contains("too short", error.Reason, StringComparison.Ordinal);
        Assert.Contains("and the checkpoint before it, ", error.Reason, StringComparison.Ordinal);
        Assert.Contains("a header of ", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_the_latest_gives_way_to_the_one_before_it() => AssertGivesWay((whole, place) => whole[..place]);

    [Fact]
    public void Altered_in_a_bit_the_latest_gives_way_to_the_one_before_it() => AssertGivesWay((whole, place) =>
    {
        whole[place] ^= (byte)(1 << (place % 8));
        return whole;
    });

    [Fact]
    public void A_checkpoint_that_cannot_be_written_leaves_those_that_are_there()
    {
        Fill();
        using CheckpointStore store = new(folder.Path);
        Checkpoint latest = store.TryLoadLatest(out _)!;
        File.Delete(folder["checkpoint.previous.safetensors"]);
        System.IO.Directory.CreateDirectory(folder["checkpoint.previous.safetensors"]);
        CheckpointException error = Assert.Throws<CheckpointException>(() => store.Save(latest));
        Assert.Contains("what was saved before it is whole", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, store.TryLoadLatest(out _)!.Epoch);
        Assert.Equal(["checkpoint.lock", "checkpoint.safetensors"], folder.Files);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_not_said_to_be_in_use()
    {
        File.WriteAllText(folder["file"], "");
        Assert.ThrowsAny<IOException>(() => new CheckpointStore(folder["file"]));
    }

    [Fact]
    public void Two_runs_cannot_use_one_folder_at_once()
    {
        using (CheckpointStore first = new(folder.Path))
        {
            CheckpointException error = Assert.Throws<CheckpointException>(() => new CheckpointStore(folder.Path));
            Assert.Equal($"checkpoints: another run is using {first.Directory}; give each run a folder of its own", error.Message);
        }

        new CheckpointStore(folder.Path).Dispose();
    }

    /// <summary>Damages the latest checkpoint at places all over it; that any one place would do is for the reader's tests.</summary>
    private void AssertGivesWay(Func<byte[], int, byte[]> damage)
    {
        Fill();
        byte[] whole = File.ReadAllBytes(folder["checkpoint.safetensors"]);
        using CheckpointStore store = new(folder.Path);
        for (int place = 0; place < whole.Length; place += 211)
        {
            File.WriteAllBytes(folder["checkpoint.safetensors"], damage([.. whole], place));
            Assert.Equal(1, store.TryLoadLatest(out string? notice)!.Epoch);
            Assert.NotNull(notice);
        }
    }

    /// <summary>Leaves the checkpoints of two epochs.</summary>
    private void Fill()
    {
        using CheckpointStore store = new(folder.Path);
        new Experiment(options: Experiment.Options with { Epochs = 2 }).Run(store);
    }
}
