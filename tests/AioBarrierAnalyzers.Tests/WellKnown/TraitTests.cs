using AioBarrierAnalyzers.WellKnown;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>What sets members apart from others of their role, and which kind of lock they are about.</summary>
public class TraitTests
{
    private const string Fields = """
        int i; object o; byte b; Lock @lock; SpinLock spin; ReaderWriterLockSlim rw; ReaderWriterLock old; Mutex mutex; SemaphoreSlim slim; Semaphore sem;
        AutoResetEvent auto; Thread thread; Task task; Task<int> taskOf; ValueTask<int> valueTask; TaskCompletionSource tcs; TaskCompletionSource<int> tcsOf;
        SynchronizationContext context; CancellationToken token; ImmutableArray<int> immutable; Action act;
        """;

    [Theory]
    [InlineData("Monitor.Enter(o)", LockFamily.Monitor)]
    [InlineData("Monitor.Wait(o)", LockFamily.Monitor)]
    [InlineData("_ = Monitor.IsEntered(o)", LockFamily.Monitor)]
    [InlineData("@lock.Enter()", LockFamily.Lock)]
    [InlineData("@lock.Exit()", LockFamily.Lock)]
    [InlineData("_ = @lock.IsHeldByCurrentThread", LockFamily.Lock)]
    [InlineData("_ = spin.IsHeld", LockFamily.SpinLock)]
    [InlineData("spin.Exit()", LockFamily.SpinLock)]
    [InlineData("rw.EnterReadLock()", LockFamily.Read)]
    [InlineData("rw.TryEnterUpgradeableReadLock(5)", LockFamily.UpgradeableRead)]
    [InlineData("rw.ExitWriteLock()", LockFamily.Write)]
    [InlineData("_ = rw.IsReadLockHeld", LockFamily.Read)]
    [InlineData("_ = rw.IsUpgradeableReadLockHeld", LockFamily.UpgradeableRead)]
    [InlineData("old.AcquireReaderLock(5)", LockFamily.Read)]
    [InlineData("old.ReleaseWriterLock()", LockFamily.Write)]
    [InlineData("mutex.WaitOne()", LockFamily.Mutex)]
    [InlineData("mutex.WaitOne(5)", LockFamily.Mutex)]
    [InlineData("mutex.ReleaseMutex()", LockFamily.Mutex)]
    [InlineData("slim.Wait()", LockFamily.Semaphore)]
    [InlineData("slim.Release()", LockFamily.Semaphore)]
    [InlineData("auto.WaitOne()", LockFamily.None)]
    [InlineData("Interlocked.Increment(ref i)", LockFamily.None)]
    public void Family(string statement, object family) => Assert.Equal((LockFamily)family, EffectOf(statement).Family);

    [Theory]
    [InlineData("Interlocked.Exchange(ref i, 1)", MemberTraits.Variable | MemberTraits.Exchange)]
    [InlineData("Interlocked.CompareExchange(ref i, 1, 0)", MemberTraits.Variable)]
    [InlineData("Interlocked.And(ref i, 1)", MemberTraits.Variable)]
    [InlineData("_ = Volatile.Read(ref i)", MemberTraits.Variable)]
    [InlineData("ImmutableInterlocked.InterlockedExchange(ref immutable, default)", MemberTraits.Exchange)]
    [InlineData("slim.Wait()", MemberTraits.Permit)]
    [InlineData("slim.WaitAsync()", MemberTraits.Permit | MemberTraits.Awaitable)]
    [InlineData("slim.Release()", MemberTraits.Permit | MemberTraits.Once)]
    [InlineData("sem.Release()", MemberTraits.Permit | MemberTraits.Once)]
    [InlineData("auto.WaitOne()", MemberTraits.Permit)]
    [InlineData("auto.Set()", MemberTraits.None)]
    [InlineData("_ = @lock.EnterScope()", MemberTraits.Scope)]
    [InlineData("_ = task.ConfigureAwait(false)", MemberTraits.SameTask)]
    [InlineData("_ = taskOf.GetAwaiter().GetResult()", MemberTraits.SameTask)]
    [InlineData("_ = taskOf.ConfigureAwait(false).GetAwaiter()", MemberTraits.SameTask)]
    [InlineData("_ = valueTask.AsTask()", MemberTraits.SameTask)]
    [InlineData("_ = tcs.Task", MemberTraits.Promise)]
    [InlineData("_ = tcsOf.Task", MemberTraits.Promise)]
    [InlineData("Parallel.For(0, 1, n => { })", MemberTraits.Parallel)]
    [InlineData("context.Post(_ => { }, null)", MemberTraits.MayRunHere)]
    [InlineData("task.ContinueWith(_ => { })", MemberTraits.Continuation)]
    [InlineData("Task.Run(act)", MemberTraits.None)]
    [InlineData("thread.Start()", MemberTraits.MayFail)]
    [InlineData("token.ThrowIfCancellationRequested()", MemberTraits.MayFail)]
    [InlineData("Task.WaitAll(task)", MemberTraits.MayFail)]
    [InlineData("_ = Unsafe.AddByteOffset(ref b, 1)", MemberTraits.Bytes)]
    [InlineData("_ = Unsafe.Subtract(ref i, 1)", MemberTraits.Backwards)]
    [InlineData("_ = MemoryMarshal.CreateSpan(ref i, 1)[0]", MemberTraits.None)]
    public void Traits(string statement, object traits) => Assert.Equal((MemberTraits)traits, EffectOf(statement).Traits);

    [Theory]
    [InlineData("NativeMemory.Alloc(8)", MemberRole.Allocate)]
    [InlineData("Marshal.AllocHGlobal(8)", MemberRole.Allocate)]
    [InlineData("Environment.Exit(1)", MemberRole.NoReturn)]
    [InlineData("_ = Monitor.IsEntered(o)", MemberRole.LockQuestion)]
    public void Role(string statement, object role) => Assert.Equal((MemberRole)role, EffectOf(statement).Role);

    [Fact]
    public void A_timer_is_due_and_repeats_by_its_last_two_parameters()
    {
        var timer = EffectOf("new Timer(_ => { }, null, 5, 10)");

        Assert.Equal(2, timer.DueParameter);
        Assert.Equal(3, timer.PeriodParameter);
        Assert.Equal(MemberEffect.Absent, EffectOf("Task.Run(act)").DueParameter);
    }

    private static MemberEffect EffectOf(string statement)
    {
        var (method, receiver, known) = Snippet.Member(Fields, statement);
        Assert.True(known.TryGetEffect(method, receiver, out var effect), statement);
        return effect;
    }
}
