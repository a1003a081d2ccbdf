using System.Linq;
using AioBarrierAnalyzers.MemoryModel;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>Emits the starts of code on other threads, and notes the code to be walked as a member of its own.</summary>
internal sealed class StartEffects
{
    private readonly MemberWalk _walk;

    public StartEffects(MemberWalk walk) => _walk = walk;

    public void Start(KnownCall call)
    {
        MemoryEvent start = _walk.Emit(EventKind.Start, call);
        if (IsOnlyMade(call))
            _walk.Prepare(call.Value);
        else
            _walk.HandOver(start, call.Value ?? call.Location, call.Value is null, call.Arguments);

        if (call.Value is not Value.Code code)
        {
            if (ItemOf(call) is { Type: { } type } && _walk.Known.ExecuteOf(type) is { } execute)
                start.Started = new[] { new CodeBody(execute, null, call.Value) };
            return;
        }

        if (!call.Effect.Is(MemberTraits.MayRunHere))
            _walk.Subscriptions.Start(code.Body);

        // A parallel loop is over before its caller gives its locks back. What is posted to a context runs on that context's thread, which may be this one.
        bool mayHoldLocks = call.Effect.Is(MemberTraits.Parallel | MemberTraits.MayRunHere);
        bool isLater = !mayHoldLocks || (_walk.State.Locks.IsEmpty && !_walk.State.Locks.HasUnknown);
        _walk.Deferred.Add(new DeferredCode(
            code.Body, Given(call, code.Body.Method), isStarted: !call.Effect.Is(MemberTraits.MayRunHere), IsRepeated(call), isLater));
    }

    /// <summary>The object that is handed to the thread pool, as the source names it.</summary>
    private static IOperation? ItemOf(KnownCall call)
    {
        IArgumentOperation? given = (call.Operation as IInvocationOperation)?.Arguments
            .FirstOrDefault(a => a.Parameter?.Ordinal == call.Effect.ValueParameter);
        IOperation? item = given?.Value;
        while (item is IConversionOperation { OperatorMethod: null } conversion)
            item = conversion.Operand;
        return item;
    }

    /// <summary>What is known where the code is made; what it is handed as its state is the object itself, where that is given for it.</summary>
    private FlowState Given(KnownCall call, IMethodSymbol code)
    {
        for (int i = 0; i < call.Method.Parameters.Length; i++)
        {
            IParameterSymbol state = call.Method.Parameters[i];
            if (call.At(i) is not Value.Given { Symbol: INamedTypeSymbol } self)
                continue;
            foreach (IParameterSymbol parameter in code.Parameters)
            {
                if (SymbolEqualityComparer.Default.Equals(parameter.Type, state.Type))
                    return _walk.State.With(parameter, self);
            }
        }

        return _walk.State;
    }

    /// <summary>The object that will run the code, not started yet: a thread, a task, or a timer that is not due.</summary>
    private static bool IsOnlyMade(KnownCall call) => call.Method.MethodKind == MethodKind.Constructor &&
        (call.Effect.Action == MemoryAction.Nothing || call.At(call.Effect.DueParameter) is not { } due || IsInfinite(due));

    /// <summary>A timer with a period, or a parallel loop; what is given to be done beside something else is done once.</summary>
    private static bool IsRepeated(KnownCall call) => (call.Effect.Is(MemberTraits.Parallel) && !call.Method.Parameters.Any(p => p.IsParams)) ||
        (call.At(call.Effect.PeriodParameter) is { } period && !IsInfinite(period) && Conditions.AsNumber(period) is not 0 && !IsTime(period, "Zero"));

    /// <summary>As -1 milliseconds or by name.</summary>
    private static bool IsInfinite(Value time) => Conditions.AsNumber(time) is -1 or uint.MaxValue || IsTime(time, "InfiniteTimeSpan");

    private static bool IsTime(Value value, string name) =>
        value is Value.Held { Path.Symbol: { } symbol } && symbol.Name == name && LibraryTypes.Times.Contains(symbol.ContainingType);
}
