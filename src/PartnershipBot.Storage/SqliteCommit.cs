using System.Buffers;
using System.Globalization;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>A commit that waits for the writer, with its rows already written as text, so that a row that cannot be written fails its own caller alone.</summary>
sealed class SqliteCommit : TaskCompletionSource<IReadOnlyList<string>>
{
    [ThreadStatic] static ArrayBufferWriter<byte>? scratch;

    const int ScratchKept = 1024 * 1024;
    const int Waiting = 0, Taken = 1, Cancelled = 2;

    readonly CancellationToken cancel;
    readonly byte[] text = [];
    readonly int[] ends = [];
    CancellationTokenRegistration registration;
    int state;

    public SqliteCommit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel) : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Partition = partition;
        Changes = changes;
        this.cancel = cancel;
        ends = new int[changes.Count];

        var buffer = scratch ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i] is Change.Put put)
            {
                ColumnText.Write(buffer, put.Row.Columns);
                Puts++;
            }
            ends[i] = buffer.WrittenCount;
        }
        text = ArrayPool<byte>.Shared.Rent(buffer.WrittenCount);
        buffer.WrittenSpan.CopyTo(text);
        if (buffer.Capacity > ScratchKept) scratch = null;
    }

    /// <summary>No commit: a wish that nothing deleted is left in the log.</summary>
    public SqliteCommit(CancellationToken cancel) : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Partition = "";
        Changes = [];
        this.cancel = cancel;
    }

    public string Partition { get; }

    /// <summary>Empty for a wish to forget.</summary>
    public IReadOnlyList<Change> Changes { get; }

    public int Puts { get; }

    /// <summary>The number of the first put's ETag; the others follow.</summary>
    public long FirstETag { get; set; }

    /// <summary>The row that lost, or null.</summary>
    public string? Lost { get; set; }

    public ReadOnlySpan<byte> Text(int change) => text.AsSpan((change == 0 ? 0 : ends[change - 1])..ends[change]);

    /// <summary>From now on the caller may change its mind, until the writer takes the commit.</summary>
    public void Watch()
    {
        if (!cancel.CanBeCanceled) return;
        registration = cancel.UnsafeRegister(static commit => ((SqliteCommit)commit!).Cancel(), this);
    }

    /// <returns>False when the caller no longer wants it.</returns>
    public bool TryTake()
    {
        return Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;
    }

    /// <summary>Tells the caller; only after the transaction is on disk.</summary>
    public void Tell()
    {
        if (Lost is not null)
        {
            SetException(new ConflictException(Partition, Lost));
            return;
        }
        var etags = new string[Changes.Count];
        var next = FirstETag;
        for (var i = 0; i < etags.Length; i++)
            etags[i] = Changes[i] is Change.Put ? next++.ToString(CultureInfo.InvariantCulture) : "";
        SetResult(etags);
    }

    /// <summary>Gives the text's memory back. Once, by the writer or by whoever could not queue it.</summary>
    public void Release()
    {
        registration.Unregister();
        ArrayPool<byte>.Shared.Return(text);
    }

    void Cancel()
    {
        if (Interlocked.CompareExchange(ref state, Cancelled, Waiting) == Waiting) SetCanceled(cancel);
    }
}
