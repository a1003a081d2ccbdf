using AioBarrierAnalyzers.WellKnown;
using Xunit;

namespace AioBarrierAnalyzers.Tests.WellKnown;

/// <summary>Each row of memory-model.md's table as C# that a person writes: the statement, then the effect of the member it calls.</summary>
public class EffectTests
{
    private const string Fields = """
        int i; uint u; long l; bool b; object o; int[] a, a2; string s; byte* p; byte[] bytes; Action act;
        IThreadPoolWorkItem item; List<int> list; IEnumerable<int> many;
        Span<int> Span() => a; ReadOnlySpan<int> Read() => a; Memory<int> memory; ReadOnlyMemory<int> readMemory; ArraySegment<int> segment;
        Lock @lock; SpinLock spin; ReaderWriterLockSlim rw; ReaderWriterLock old; Mutex mutex; SemaphoreSlim slim; Semaphore sem;
        ManualResetEventSlim mres; AutoResetEvent auto; WaitHandle handle; CountdownEvent countdown; Barrier barrier; Thread thread; Timer timer; SpinWait wait;
        CancellationToken token; CancellationTokenSource source; Task task; Task<int> taskOf; ValueTask<int> valueTask; Lazy<object> lazy;
        LazyThreadSafetyMode mode;
        TaskCompletionSource tcs; TaskCompletionSource<int> tcsOf; ManualResetValueTaskSourceCore<int> core;
        SynchronizationContext context; PeriodicTimer periodic;
        ConcurrentQueue<int> queue; ConcurrentStack<int> stack; ConcurrentBag<int> bag; ConcurrentDictionary<int, int> map; BlockingCollection<int> blocking;
        Channel<int> channel; ChannelReader<int> reader; ChannelWriter<int> writer; IProducerConsumerCollection<int> any;
        ImmutableArray<int> immutable; ImmutableQueue<int> immutableQueue; ImmutableDictionary<int, int> immutableMap;
        Queue<int> plainQueue; Stack<int> plainStack; Dictionary<int, int> plainMap; HashSet<int> set; LinkedList<int> linked;
        PriorityQueue<int, int> heap; SortedSet<int> sorted;
        System.Timers.Timer timers; System.Collections.ArrayList arrayList; ThreadLocal<int> local; BlockingCollection<int>[] anyOf;
        """;

    private static string EffectOf(string statement)
    {
        var (method, receiver, known) = Snippet.Member(Fields, statement);
        return known.TryGetEffect(method, receiver, out var effect) ? EffectText.Of(effect) : "Unknown";
    }

    [Theory]
    [InlineData("_ = Volatile.Read(ref i)", "Load AcquireLoad at 0 gives OldValue")]
    [InlineData("_ = Volatile.Read(ref o)", "Load AcquireLoad at 0 gives OldValue")]
    [InlineData("Volatile.Write(ref l, 1)", "Store ReleaseStore at 0 value 1")]
    [InlineData("Volatile.ReadBarrier()", "Fence ReadBarrier")]
    [InlineData("Volatile.WriteBarrier()", "Fence WriteBarrier")]
    [InlineData("_ = Thread.VolatileRead(ref i)", "Load AcquireLoad at 0 gives OldValue")]
    [InlineData("Thread.VolatileWrite(ref o, null)", "Store ReleaseStore at 0 value 1")]
    [InlineData("Thread.MemoryBarrier()", "Fence FullFence")]
    [InlineData("Interlocked.MemoryBarrier()", "Fence FullFence")]
    [InlineData("Interlocked.MemoryBarrierProcessWide()", "Fence FullFence")]
    public void VolatileAndBarriers(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("Interlocked.Exchange(ref i, 1)", "ReadModifyWrite Atomic at 0 value 1 gives OldValue")]
    [InlineData("Interlocked.Exchange(ref b, true)", "ReadModifyWrite Atomic at 0 value 1 gives OldValue")]
    [InlineData("Interlocked.CompareExchange(ref o, null, o)", "ReadModifyWrite Atomic at 0 value 1 comparand 2 gives OldValue")]
    [InlineData("Interlocked.Increment(ref i)", "ReadModifyWrite Atomic at 0 +1 gives NewValue")]
    [InlineData("Interlocked.Decrement(ref l)", "ReadModifyWrite Atomic at 0 -1 gives NewValue")]
    [InlineData("Interlocked.Add(ref i, 2)", "ReadModifyWrite Atomic at 0 value 1 gives NewValue")]
    [InlineData("Interlocked.And(ref u, 2)", "ReadModifyWrite Atomic at 0 value 1 gives OldValue")]
    [InlineData("Interlocked.Or(ref i, 2)", "ReadModifyWrite Atomic at 0 value 1 gives OldValue")]
    [InlineData("_ = Interlocked.Read(ref l)", "Load Atomic at 0 gives OldValue")]
    [InlineData("LazyInitializer.EnsureInitialized(ref o)", "ReadModifyWrite AcquireLoad at 0 gives NewValue")]
    [InlineData("LazyInitializer.EnsureInitialized(ref o, () => new object())", "ReadModifyWrite AcquireLoad at 0 gives NewValue")]
    [InlineData("ImmutableInterlocked.InterlockedExchange(ref immutable, default)", "ReadModifyWrite Atomic at 0 value 1 gives OldValue")]
    [InlineData("ImmutableInterlocked.InterlockedInitialize(ref immutable, default)", "ReadModifyWrite Atomic at 0 value 1 gives Success")]
    [InlineData("ImmutableInterlocked.Update(ref immutable, x => x)", "ReadModifyWrite Atomic at 0 gives Success")]
    [InlineData("ImmutableInterlocked.Enqueue(ref immutableQueue, 1)", "CollectionAdd Atomic at 0 value 1 safe")]
    [InlineData("ImmutableInterlocked.TryDequeue(ref immutableQueue, out i)", "CollectionTake Atomic at 0 value 1 gives Success safe")]
    [InlineData("ImmutableInterlocked.TryRemove(ref immutableMap, 1, out i)", "CollectionTake Atomic at 0 value 2 gives Success safe")]
    public void AtomicOperations(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("Monitor.Enter(o)", "LockEnter LockEnter at 0")]
    [InlineData("Monitor.Enter(o, ref b)", "LockEnter LockEnter at 0 taken 1")]
    [InlineData("_ = Monitor.TryEnter(o)", "LockTryEnter LockEnter at 0 gives Success")]
    [InlineData("_ = Monitor.TryEnter(o, 5)", "LockTryEnter LockEnter at 0 gives Success")]
    [InlineData("Monitor.TryEnter(o, ref b)", "LockTryEnter LockEnter at 0 taken 1")]
    [InlineData("Monitor.TryEnter(o, TimeSpan.Zero, ref b)", "LockTryEnter LockEnter at 0 taken 2")]
    [InlineData("Monitor.Exit(o)", "LockExit LockExit at 0")]
    [InlineData("Monitor.Wait(o)", "MonitorWait FullFence at 0 blocks")]
    [InlineData("Monitor.Wait(o, 5)", "MonitorWait FullFence at 0 gives Success blocks")]
    [InlineData("Monitor.Pulse(o)", "Wake at 0")]
    [InlineData("Monitor.PulseAll(o)", "Wake at 0")]
    [InlineData("@lock.Enter()", "LockEnter LockEnter at this")]
    [InlineData("_ = @lock.TryEnter()", "LockTryEnter LockEnter at this gives Success")]
    [InlineData("@lock.Exit()", "LockExit LockExit at this")]
    [InlineData("@lock.EnterScope()", "LockEnter LockEnter at this")]
    [InlineData("var scope = @lock.EnterScope(); scope.Dispose()", "LockExit LockExit at this")]
    [InlineData("spin.Enter(ref b)", "LockEnter LockEnter at this taken 0")]
    [InlineData("spin.TryEnter(ref b)", "LockTryEnter LockEnter at this taken 0")]
    [InlineData("spin.TryEnter(5, ref b)", "LockTryEnter LockEnter at this taken 1")]
    [InlineData("spin.Exit()", "LockExit LockExit at this")]
    [InlineData("spin.Exit(false)", "LockExit LockExit at this")]
    [InlineData("rw.EnterReadLock()", "LockEnter LockEnter at this shared")]
    [InlineData("rw.EnterUpgradeableReadLock()", "LockEnter LockEnter at this upgradeable")]
    [InlineData("rw.EnterWriteLock()", "LockEnter LockEnter at this")]
    [InlineData("_ = rw.TryEnterReadLock(1)", "LockTryEnter LockEnter at this gives Success shared")]
    [InlineData("_ = rw.TryEnterWriteLock(1)", "LockTryEnter LockEnter at this gives Success")]
    [InlineData("rw.ExitReadLock()", "LockExit LockExit at this shared")]
    [InlineData("rw.ExitWriteLock()", "LockExit LockExit at this")]
    [InlineData("old.AcquireReaderLock(1)", "LockEnter LockEnter at this shared")]
    [InlineData("old.ReleaseWriterLock()", "LockExit LockExit at this")]
    [InlineData("mutex.WaitOne()", "LockEnter LockEnter at this blocks")]
    [InlineData("_ = mutex.WaitOne(5)", "LockTryEnter LockEnter at this gives Success blocks")]
    [InlineData("mutex.ReleaseMutex()", "LockExit LockExit at this")]
    public void Locks(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("slim.Wait()", "Wait Atomic at this blocks")]
    [InlineData("_ = slim.Wait(5)", "Wait Atomic at this gives Success blocks")]
    [InlineData("slim.Wait(token)", "Wait Atomic at this blocks")]
    [InlineData("_ = slim.WaitAsync()", "Wait Atomic at this blocks")]
    [InlineData("_ = slim.WaitAsync(5)", "Wait Atomic at this gives Success blocks")]
    [InlineData("slim.Release()", "Wake Atomic at this gives OldValue")]
    [InlineData("_ = slim.CurrentCount", "Load AcquireLoad at this gives OldValue")]
    [InlineData("sem.WaitOne()", "Wait Atomic at this blocks")]
    [InlineData("sem.Release()", "Wake Atomic at this gives OldValue")]
    [InlineData("mres.Set()", "Wake Atomic at this")]
    [InlineData("mres.Reset()", "Store Atomic at this")]
    [InlineData("mres.Wait()", "Wait AcquireLoad at this blocks")]
    [InlineData("mres.Wait(token)", "Wait AcquireLoad at this blocks")]
    [InlineData("_ = mres.Wait(5)", "Wait AcquireLoad at this gives Success blocks")]
    [InlineData("_ = mres.IsSet", "Load AcquireLoad at this gives OldValue")]
    [InlineData("auto.Set()", "Wake Atomic at this")]
    [InlineData("auto.Reset()", "Store Atomic at this")]
    [InlineData("auto.WaitOne()", "Wait Atomic at this blocks")]
    [InlineData("_ = handle.WaitOne(1)", "Wait Atomic at this gives Success blocks")]
    [InlineData("WaitHandle.WaitAny(null)", "Wait Atomic at 0 blocks")]
    [InlineData("countdown.Signal()", "Wake Atomic at this gives Success")]
    [InlineData("countdown.Wait()", "Wait AcquireLoad at this blocks")]
    [InlineData("_ = countdown.IsSet", "Load AcquireLoad at this gives OldValue")]
    [InlineData("barrier.SignalAndWait()", "Wait Atomic at this blocks")]
    [InlineData("_ = barrier.SignalAndWait(5)", "Wait Atomic at this gives Success blocks")]
    [InlineData("SpinWait.SpinUntil(() => b)", "Wait value 0 blocks")]
    [InlineData("_ = SpinWait.SpinUntil(() => b, 5)", "Wait value 0 gives Success blocks")]
    [InlineData("_ = periodic.WaitForNextTickAsync()", "Wait AcquireLoad at this gives Success blocks")]
    [InlineData("thread.Join()", "Join FullFence at this blocks")]
    [InlineData("_ = thread.Join(5)", "Join FullFence at this gives Success blocks")]
    [InlineData("Thread.Sleep(0)", "Yield")]
    [InlineData("_ = Thread.Yield()", "Yield")]
    [InlineData("Thread.SpinWait(1)", "Yield")]
    [InlineData("wait.SpinOnce()", "Yield")]
    [InlineData("wait.SpinOnce(5)", "Yield")]
    [InlineData("source.Cancel()", "Wake Atomic at this")]
    [InlineData("_ = source.IsCancellationRequested", "Load AcquireLoad at this gives OldValue")]
    [InlineData("_ = token.IsCancellationRequested", "Load AcquireLoad at this gives OldValue")]
    [InlineData("token.ThrowIfCancellationRequested()", "Load AcquireLoad at this")]
    [InlineData("_ = lazy.Value", "Load AcquireLoad at this gives OldValue")]
    public void WaitsAndWakes(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("_ = task.IsCompleted", "Load AcquireLoad at this gives OldValue")]
    [InlineData("_ = taskOf.IsCompleted", "Load AcquireLoad at this gives OldValue")]
    [InlineData("_ = task.Status", "Load AcquireLoad at this gives OldValue")]
    [InlineData("_ = valueTask.IsCompletedSuccessfully", "Load AcquireLoad at this gives OldValue")]
    [InlineData("task.Wait()", "Wait AcquireLoad at this blocks")]
    [InlineData("_ = task.Wait(5)", "Wait AcquireLoad at this gives Success blocks")]
    [InlineData("_ = taskOf.Result", "Wait AcquireLoad at this blocks")]
    [InlineData("_ = valueTask.Result", "Wait AcquireLoad at this blocks")]
    [InlineData("task.GetAwaiter().GetResult()", "Wait AcquireLoad at this blocks")]
    [InlineData("_ = taskOf.ConfigureAwait(false).GetAwaiter().IsCompleted", "Load AcquireLoad at this gives OldValue")]
    [InlineData("Task.WaitAll(task, task)", "Join AcquireLoad at 0 blocks")]
    [InlineData("Task.WaitAny(task, task)", "Wait AcquireLoad at 0 blocks")]
    [InlineData("_ = task.ConfigureAwait(false)", "Pure")]
    [InlineData("_ = Task.CompletedTask", "Pure")]
    [InlineData("_ = Task.FromResult(1)", "Pure")]
    [InlineData("_ = Task.WhenAll(task, task)", "Unknown")]
    [InlineData("tcs.SetResult()", "Wake Atomic at this")]
    [InlineData("tcsOf.SetResult(1)", "Wake Atomic at this value 0")]
    [InlineData("_ = tcsOf.TrySetResult(1)", "Wake Atomic at this value 0 gives Success")]
    [InlineData("tcsOf.SetException(new Exception())", "Wake Atomic at this value 0")]
    [InlineData("_ = tcsOf.TrySetCanceled()", "Wake Atomic at this gives Success")]
    [InlineData("_ = tcsOf.Task", "Pure")]
    [InlineData("core.SetResult(1)", "Wake Atomic at this value 0")]
    [InlineData("core.Reset()", "Store PlainStore at this")]
    public void Tasks(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("_ = Task.Run(act)", "Start FullFence value 0")]
    [InlineData("_ = Task.Run(() => 1, token)", "Start FullFence value 0")]
    [InlineData("_ = Task.Factory.StartNew(act)", "Start FullFence value 0")]
    [InlineData("_ = task.ContinueWith(t => { })", "Start FullFence value 0")]
    [InlineData("task.Start()", "Start FullFence at this")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => { })", "Start FullFence value 0")]
    [InlineData("ThreadPool.UnsafeQueueUserWorkItem(item, false)", "Start FullFence value 0")]
    [InlineData("ThreadPool.RegisterWaitForSingleObject(handle, (x, y) => { }, null, 1, true)", "Start FullFence value 1")]
    [InlineData("new Thread(() => { })", "Start value 0")]
    [InlineData("thread.Start()", "Start FullFence at this")]
    [InlineData("thread.Start(o)", "Start FullFence at this")]
    [InlineData("new Timer(_ => { }, null, 0, 0)", "Start FullFence value 0")]
    [InlineData("timer.Change(0, 0)", "Start FullFence at this")]
    [InlineData("timers.Start()", "Start FullFence at this")]
    [InlineData("new Task(act)", "Start value 0")]
    [InlineData("Parallel.For(0, 1, i => { })", "Start FullFence value 2")]
    [InlineData("Parallel.ForEach(many, i => { })", "Start FullFence value 1")]
    [InlineData("Parallel.Invoke(act, act)", "Start FullFence value 0")]
    [InlineData("context.Post(_ => { }, null)", "Start FullFence value 0")]
    [InlineData("token.Register(act)", "Start FullFence value 0")]
    [InlineData("task.GetAwaiter().OnCompleted(act)", "Start FullFence value 0")]
    public void Starts(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("queue.Enqueue(1)", "CollectionAdd Atomic at this value 0 safe")]
    [InlineData("_ = queue.TryDequeue(out i)", "CollectionTake AcquireLoad at this value 0 gives Success safe")]
    [InlineData("_ = queue.TryPeek(out i)", "CollectionLook AcquireLoad at this value 0 gives Success safe")]
    [InlineData("_ = queue.IsEmpty", "CollectionLook AcquireLoad at this safe")]
    [InlineData("_ = queue.Count", "CollectionLook AcquireLoad at this safe")]
    [InlineData("queue.Clear()", "CollectionClear Atomic at this safe")]
    [InlineData("stack.Push(1)", "CollectionAdd Atomic at this value 0 safe")]
    [InlineData("_ = stack.TryPop(out i)", "CollectionTake AcquireLoad at this value 0 gives Success safe")]
    [InlineData("bag.Add(1)", "CollectionAdd Atomic at this value 0 safe")]
    [InlineData("_ = bag.TryTake(out i)", "CollectionTake AcquireLoad at this value 0 gives Success safe")]
    [InlineData("_ = map.TryAdd(1, 1)", "CollectionAdd Atomic at this value 1 gives Success safe")]
    [InlineData("map[1] = 1", "CollectionAdd Atomic at this value 1 safe")]
    [InlineData("_ = map[1]", "CollectionLook AcquireLoad at this safe")]
    [InlineData("_ = map.GetOrAdd(1, x => x)", "CollectionAdd Atomic at this value 1 safe")]
    [InlineData("_ = map.AddOrUpdate(1, 1, (x, y) => x)", "CollectionAdd Atomic at this value 1 safe")]
    [InlineData("_ = map.TryUpdate(1, 2, 3)", "CollectionAdd Atomic at this value 1 comparand 2 gives Success safe")]
    [InlineData("_ = map.TryRemove(1, out i)", "CollectionTake AcquireLoad at this value 1 gives Success safe")]
    [InlineData("_ = map.TryGetValue(1, out i)", "CollectionLook AcquireLoad at this value 1 gives Success safe")]
    [InlineData("_ = map.ContainsKey(1)", "CollectionLook AcquireLoad at this safe")]
    [InlineData("blocking.Add(1)", "CollectionAdd Atomic at this value 0 safe blocks")]
    [InlineData("_ = blocking.Take()", "CollectionTake AcquireLoad at this safe blocks")]
    [InlineData("_ = blocking.TryTake(out i)", "CollectionTake AcquireLoad at this value 0 gives Success safe")]
    [InlineData("BlockingCollection<int>.TakeFromAny(anyOf, out i)", "CollectionTake AcquireLoad at 0 value 1 safe blocks")]
    [InlineData("blocking.CompleteAdding()", "Wake Atomic at this")]
    [InlineData("_ = blocking.IsCompleted", "Load AcquireLoad at this gives OldValue")]
    [InlineData("_ = any.TryAdd(1)", "CollectionAdd Atomic at this value 0 gives Success safe")]
    [InlineData("_ = channel.Reader", "Pure")]
    [InlineData("_ = reader.TryRead(out i)", "CollectionTake AcquireLoad at this value 0 gives Success safe")]
    [InlineData("_ = reader.TryPeek(out i)", "CollectionLook AcquireLoad at this value 0 gives Success safe")]
    [InlineData("_ = reader.ReadAsync()", "CollectionTake AcquireLoad at this safe blocks")]
    [InlineData("_ = reader.WaitToReadAsync()", "Wait AcquireLoad at this gives Success blocks")]
    [InlineData("_ = writer.TryWrite(1)", "CollectionAdd Atomic at this value 0 gives Success safe")]
    [InlineData("_ = writer.WriteAsync(1)", "CollectionAdd Atomic at this value 0 safe blocks")]
    [InlineData("writer.Complete()", "Wake Atomic at this")]
    [InlineData("new ConcurrentQueue<int>()", "Pure")]
    [InlineData("new ConcurrentDictionary<int, int>(1, 1)", "Pure")]
    [InlineData("new ConcurrentQueue<int>(many)", "Unknown")]
    public void ConcurrentCollections(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("list.Add(1)", "CollectionAdd PlainStore at this")]
    [InlineData("list[0] = 1", "CollectionAdd PlainStore at this")]
    [InlineData("_ = list[0]", "CollectionLook PlainLoad at this")]
    [InlineData("_ = list.Count", "CollectionLook PlainLoad at this")]
    [InlineData("list.RemoveAt(0)", "CollectionTake PlainStore at this")]
    [InlineData("list.Clear()", "CollectionClear PlainStore at this")]
    [InlineData("list.Sort()", "CollectionAdd PlainStore at this")]
    [InlineData("plainQueue.Enqueue(1)", "CollectionAdd PlainStore at this")]
    [InlineData("_ = plainQueue.Dequeue()", "CollectionTake PlainStore at this")]
    [InlineData("_ = plainQueue.TryDequeue(out i)", "CollectionTake PlainStore at this gives Success")]
    [InlineData("_ = plainStack.Peek()", "CollectionLook PlainLoad at this")]
    [InlineData("_ = plainMap.TryGetValue(1, out i)", "CollectionLook PlainLoad at this gives Success")]
    [InlineData("plainMap.Remove(1)", "CollectionTake PlainStore at this")]
    [InlineData("plainMap.TryAdd(1, 1)", "CollectionAdd PlainStore at this gives Success")]
    [InlineData("set.Add(1)", "CollectionAdd PlainStore at this")]
    [InlineData("linked.RemoveFirst()", "CollectionTake PlainStore at this")]
    [InlineData("_ = linked.First", "CollectionLook PlainLoad at this")]
    [InlineData("heap.Enqueue(1, 1)", "CollectionAdd PlainStore at this")]
    [InlineData("_ = sorted.Min", "CollectionLook PlainLoad at this")]
    [InlineData("arrayList.Add(1)", "CollectionAdd PlainStore at this")]
    [InlineData("new List<int>()", "Pure")]
    [InlineData("new List<int>(5)", "Pure")]
    [InlineData("new List<int>(many)", "Unknown")]
    [InlineData("new Dictionary<int, int>(plainMap)", "Unknown")]
    public void PlainCollections(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("Span().CopyTo(a)", "BlockCopy PlainStore at 0 value this")]
    [InlineData("_ = Read().TryCopyTo(a)", "BlockCopy PlainStore at 0 value this gives Success")]
    [InlineData("Span().Fill(1)", "BlockFill PlainStore at this value 0")]
    [InlineData("Span().Clear()", "BlockFill PlainStore at this")]
    [InlineData("memory.CopyTo(memory)", "BlockCopy PlainStore at 0 value this")]
    [InlineData("a.CopyTo(memory)", "BlockCopy PlainStore at 1 value 0")]
    [InlineData("a.CopyTo(a2, 0)", "BlockCopy PlainStore at 0 value this")]
    [InlineData("Array.Copy(a, a2, 1)", "BlockCopy PlainStore at 1 value 0")]
    [InlineData("Array.Copy(a, 0, a2, 0, 1)", "BlockCopy PlainStore at 2 value 0")]
    [InlineData("Array.Clear(a)", "BlockFill PlainStore at 0")]
    [InlineData("Array.Clear(a, 0, 1)", "BlockFill PlainStore at 0")]
    [InlineData("Array.Fill(a, 1)", "BlockFill PlainStore at 0 value 1")]
    [InlineData("Array.Resize(ref a, 1)", "Store PlainStore at 0")]
    [InlineData("Buffer.BlockCopy(a, 0, a2, 0, 1)", "BlockCopy PlainStore at 2 value 0")]
    [InlineData("Buffer.MemoryCopy(p, p, 1, 1)", "BlockCopy PlainStore at 1 value 0")]
    [InlineData("Unsafe.CopyBlock(p, p, 1)", "BlockCopy PlainStore at 0 value 1")]
    [InlineData("Unsafe.CopyBlockUnaligned(ref bytes[0], ref bytes[1], 1)", "BlockCopy PlainStore at 0 value 1")]
    [InlineData("Unsafe.InitBlock(p, 0, 1)", "BlockFill PlainStore at 0 value 1")]
    [InlineData("_ = Unsafe.Read<int>(p)", "Load PlainLoad at 0 gives OldValue")]
    [InlineData("_ = Unsafe.ReadUnaligned<long>(p)", "Load PlainLoad at 0 gives OldValue")]
    [InlineData("Unsafe.Write(p, 1)", "Store PlainStore at 0 value 1")]
    [InlineData("Marshal.Copy(bytes, 0, (IntPtr)p, 1)", "BlockCopy PlainStore at 2 value 0")]
    [InlineData("Marshal.Copy((IntPtr)p, bytes, 0, 1)", "BlockCopy PlainStore at 1 value 0")]
    [InlineData("_ = Marshal.ReadInt32((IntPtr)p)", "Load PlainLoad at 0 gives OldValue")]
    [InlineData("Marshal.WriteInt32((IntPtr)p, 1)", "Store PlainStore at 0 value 1")]
    [InlineData("Marshal.WriteInt64((IntPtr)p, 8, 1)", "Store PlainStore at 0 value 2")]
    [InlineData("NativeMemory.Copy(p, p, 1)", "BlockCopy PlainStore at 1 value 0")]
    [InlineData("NativeMemory.Fill(p, 1, 0)", "BlockFill PlainStore at 0 value 2")]
    [InlineData("_ = MemoryMarshal.Read<int>(bytes)", "Load PlainLoad at 0 gives OldValue")]
    [InlineData("BinaryPrimitives.WriteInt32LittleEndian(bytes, 1)", "Store PlainStore at 0 value 1")]
    [InlineData("_ = BinaryPrimitives.TryReadInt64BigEndian(bytes, out l)", "Load PlainLoad at 0 value 1 gives Success")]
    [InlineData("_ = Vector128.Load(p)", "Load PlainLoad at 0 gives OldValue")]
    [InlineData("Vector256.Store(Vector256<byte>.Zero, p)", "Store PlainStore at 1 value 0")]
    public void Copies(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("_ = Unsafe.As<string>(o)", "RefAlias at 0")]
    [InlineData("_ = Unsafe.As<int, uint>(ref i)", "RefAlias at 0")]
    [InlineData("_ = Unsafe.AsRef<int>(p)", "RefAlias at 0")]
    [InlineData("_ = Unsafe.Add(ref i, 1)", "RefAlias at 0")]
    [InlineData("_ = Unsafe.AddByteOffset(ref i, 1)", "RefAlias at 0")]
    [InlineData("_ = Unsafe.Subtract(ref i, 1)", "RefAlias at 0")]
    [InlineData("_ = MemoryMarshal.GetReference(Span())", "RefAlias at 0")]
    [InlineData("_ = MemoryMarshal.GetArrayDataReference(a)", "RefAlias at 0")]
    [InlineData("_ = MemoryMarshal.Cast<int, byte>(Span())", "RefAlias at 0")]
    [InlineData("_ = MemoryMarshal.AsRef<int>(bytes)", "RefAlias at 0")]
    [InlineData("_ = MemoryMarshal.CreateSpan(ref i, 1)", "RefAlias at 0")]
    [InlineData("_ = Span()[0]", "RefAlias at this")]
    [InlineData("_ = Read()[0]", "RefAlias at this")]
    [InlineData("_ = Span().Slice(1)", "RefAlias at this")]
    [InlineData("_ = memory.Span", "RefAlias at this")]
    [InlineData("_ = a.AsSpan()", "RefAlias at 0")]
    [InlineData("_ = a.AsMemory(1)", "RefAlias at 0")]
    [InlineData("_ = new Span<byte>(p, 1)", "RefAlias at 0")]
    [InlineData("_ = new Span<byte>()", "RefAlias")]
    [InlineData("_ = CollectionsMarshal.AsSpan(list)", "RefAlias at 0")]
    public void Aliases(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("System.Buffers.ArrayPool<byte>.Shared.Return(bytes)", "GiveBack value 0")]
    [InlineData("System.Runtime.InteropServices.NativeMemory.Free(p)", "GiveBack value 0")]
    [InlineData("System.Runtime.InteropServices.Marshal.FreeHGlobal((IntPtr)p)", "GiveBack value 0")]
    public void GivesBack(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    [Theory]
    [InlineData("_ = Math.Max(1, 2)", "Pure")]
    [InlineData("_ = BitOperations.Log2(u)", "Pure")]
    [InlineData("_ = Unsafe.SizeOf<int>()", "Pure")]
    [InlineData("_ = ReferenceEquals(o, o)", "Pure")]
    [InlineData("_ = s.Length", "Pure")]
    [InlineData("_ = s[0]", "Pure")]
    [InlineData("_ = a.Length", "Pure")]
    [InlineData("_ = Span().Length", "Pure")]
    [InlineData("_ = Read().IsEmpty", "Pure")]
    [InlineData("_ = nuint.Min(1, 2)", "Pure")]
    [InlineData("_ = UIntPtr.Size", "Pure")]
    [InlineData("_ = int.IsPow2(5)", "Pure")]
    [InlineData("_ = new int?(5).HasValue", "Pure")]
    [InlineData("ArgumentNullException.ThrowIfNull(o)", "Pure")]
    [InlineData("System.Diagnostics.Debug.Assert(b)", "Pure")]
    [InlineData("_ = Environment.CurrentManagedThreadId", "Pure")]
    [InlineData("_ = local.Value", "Pure")]
    [InlineData("_ = mode.HasFlag(mode)", "Pure")]
    [InlineData("_ = Environment.TickCount", "Unknown")]
    [InlineData("_ = DateTime.UtcNow", "Unknown")]
    [InlineData("Console.WriteLine()", "Unknown")]
    [InlineData("GC.KeepAlive(o)", "Unknown")]
    [InlineData("_ = o.ToString()", "Unknown")]
    [InlineData("act()", "Unknown")]
    public void PureAndUnknown(string statement, string effect) => Assert.Equal(effect, EffectOf(statement));

    /// <summary>Without the receiver's type a mutex is any wait handle.</summary>
    [Fact]
    public void AMutexIsToldByItsReceiver()
    {
        var (method, _, known) = Snippet.Member(Fields, "mutex.WaitOne()");

        Assert.True(known.TryGetEffect(method, out var effect));
        Assert.Equal(MemberRole.Wait, effect.Role);
    }

    /// <summary>The effect belongs to the definition, however the type is constructed and the method called.</summary>
    [Fact]
    public void ConstructedAndReducedMethodsHaveTheEffectOfTheirDefinition()
    {
        var (method, _, known) = Snippet.Member(Fields, "_ = a.AsSpan()");

        Assert.True(known.TryGetEffect(method.OriginalDefinition, out var definition));
        Assert.True(known.TryGetEffect(method, out var constructed));
        Assert.Equal(EffectText.Of(definition), EffectText.Of(constructed));
    }
}
