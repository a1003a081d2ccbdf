using System.Collections.Generic;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;

namespace AioBarrierAnalyzers.Accesses.Walk;

/// <summary>A call of a library member whose effect is known, with what it is given.</summary>
internal sealed class KnownCall
{
    public KnownCall(MemberEffect effect, IMethodSymbol method, Value? receiver, List<Value> arguments, IOperation operation)
    {
        Effect = effect;
        Method = method;
        Receiver = receiver;
        Arguments = arguments;
        Operation = operation;
    }

    public MemberEffect Effect { get; }

    public IMethodSymbol Method { get; }

    public Value? Receiver { get; }

    public List<Value> Arguments { get; }

    public IOperation Operation { get; }

    /// <summary>What is (or leads to) the location, lock or collection.</summary>
    public Value? Location => At(Effect.LocationParameter);

    /// <summary>What is stored, added or handed over.</summary>
    public Value? Value => At(Effect.ValueParameter);

    /// <summary>The argument of a parameter, or the receiver; null where there is none.</summary>
    public Value? At(int parameter) => parameter == MemberEffect.Receiver ? Receiver
        : parameter >= 0 && parameter < Arguments.Count ? Arguments[parameter] : null;
}
