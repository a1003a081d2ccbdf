using System.Linq;
using AioBarrierAnalyzers.WellKnown;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.LockPairing;

/// <summary>
/// What assignments do to what a path knows: a variable that led to a lock leads there no more, another one does now, and a value that was stored is known.
/// </summary>
internal sealed class VariableEffects
{
    private readonly Terms _terms;
    private readonly PairRecord _record;

    public VariableEffects(Terms terms, PairRecord record)
    {
        _terms = terms;
        _record = record;
    }

    public PairState Assign(IOperation target, IOperation value, IOperation operation, PairState state)
    {
        string? stored = _terms.Of(value, state);
        if (target is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            string name = target is ILocalReferenceOperation local
                ? Terms.OfVariable(local.Local)
                : Terms.OfVariable(((IParameterReferenceOperation)target).Parameter);
            bool isMoved = stored is not null && stored != name && state.Held.Any(h => Terms.LeadsTo(stored, h.Key.Term));
            bool? isNull = stored is null ? null : state.Fact(Terms.Equal(stored, "=null"));

            // What a call returns has the same name in the next round of a loop, and is another object then.
            if (isMoved && value is IInvocationOperation && state.AnotherNameOf(stored!, but: name) is { } kept)
                (state, isMoved) = (state.Rename(stored!, kept), false);
            state = Reassign(name, operation, state);
            if (isNull is { } known)
                state = state.WithFact(Terms.Equal(name, "=null"), known);
            if (isMoved)
                return Terms.IsPlain(stored!) ? state.WithAlias(name, stored!) : state.Rename(stored!, name);
            return Learn(name, stored, value, state);
        }

        if (stored is not null && target is not IFlowCaptureReferenceOperation)
            state = state.Lose(h => Terms.LeadsTo(stored, h.Key.Term));
        state = Change(target, operation, state);
        return _terms.Of(target, state) is { } place ? Learn(place, stored, value, state) : state;
    }

    /// <summary>Something is given a value that is not known.</summary>
    public PairState Change(IOperation target, IOperation operation, PairState state)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return state.Lose(h => h.Key.Term.Contains(Terms.OfVariable(local.Local))).Forget(Terms.OfVariable(local.Local));
            case IParameterReferenceOperation parameter:
                return state.Lose(h => h.Key.Term.Contains(Terms.OfVariable(parameter.Parameter))).Forget(Terms.OfVariable(parameter.Parameter));
            case IFieldReferenceOperation field:
                if (_terms.Of(field, state) is { } term)
                    state = _record.GiveBack(new LockKey(LockFamily.Claim, term), operation, state);
                return state.Lose(h => h.Key.Family != LockFamily.Claim && h.Key.Term.Contains(Terms.OfField(field.Field))).Forget(Terms.OfField(field.Field));
            default:
                return state;
        }
    }

    private static PairState Learn(string name, string? stored, IOperation value, PairState state)
    {
        if (value is IObjectCreationOperation or IConversionOperation { Operand: IObjectCreationOperation })
            return state.WithFact(Terms.Equal(name, "=null"), false);
        return stored switch
        {
            null => state,
            "=True" => state.WithFact(name, true),
            "=False" => state.WithFact(name, false),
            "=null" => state.WithFact(Terms.Equal(name, "=null"), true),
            _ when state.Fact(stored) is { } known => state.WithFact(name, known),
            _ when Terms.IsResult(stored) => state.WithAlias(name, stored),

            // Whether there is an object, or what another variable says, is the same wherever it is kept; a count may be another one in the next round.
            _ when value.Type?.SpecialType == SpecialType.System_Boolean && name[0] == '[' && !stored.Contains(name) &&
                (Terms.IsPlain(stored) || Terms.IsNullTest(stored)) => state.WithAlias(name, stored),
            _ => state,
        };
    }

    /// <summary>A variable is given another object: locks that only it led to are out of reach, others are looked after by somebody else.</summary>
    private PairState Reassign(string name, IOperation operation, PairState state)
    {
        if (state.AnotherNameOf(name, but: name) is { } other)
            state = state.Rename(name, other);
        foreach (Holding holding in state.Held.Where(h => Terms.LeadsTo(name, h.Key.Term)).ToArray())
            _record.LoseReach(holding, operation);
        return state.Lose(h => h.Key.Term.Contains(name)).Forget(name);
    }
}
