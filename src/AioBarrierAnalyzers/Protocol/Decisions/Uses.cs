using AioBarrierAnalyzers.Accesses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AioBarrierAnalyzers.Protocol.Decisions;

/// <summary>What becomes of a value that was read, as far as the operation around the read says.</summary>
internal static class Uses
{
    /// <summary>True where null, or zero for a number, makes the use fail or gives a result that the code around it does not expect.</summary>
    public static bool FailsOn(MemoryEvent read)
    {
        IOperation at = read.Operation;
        while (at.Parent is IConversionOperation { OperatorMethod: null, IsImplicit: true } or IParenthesizedOperation)
            at = at.Parent;
        if (IsNullable(read.Operation.Type))
            return at.Parent is IPropertyReferenceOperation { Property.Name: "Value" } or IConversionOperation { IsImplicit: false };
        return read.Operation.Type switch
        {
            { IsReferenceType: true } => FailsOnNull(at),
            { IsValueType: true } => FailsOnZero(at),
            _ => false,
        };
    }

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool FailsOnNull(IOperation value) => value.Parent switch
    {
        IInvocationOperation call => call.Instance == value,
        IMemberReferenceOperation member => member.Instance == value,
        IArrayElementReferenceOperation element => element.ArrayReference == value,
        IArgumentOperation { Parameter: { } parameter } argument => argument.Value == value && IsNeeded(parameter.Type) && !parameter.IsOptional,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation } assignment => assignment.Value == value,

        // Kept while something else is evaluated: then only the source shows what for.
        IFlowCaptureOperation =>
            value.Syntax.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax or LockStatementSyntax,
        null => true,
        _ => false,
    };

    private static bool FailsOnZero(IOperation value) => value.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.IntegerDivide } division =>
            division.RightOperand == value && division.Type?.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single),
        _ => false,
    };

    /// <summary>Not for a parameter that takes null, by its annotation or by what is usual.</summary>
    private static bool IsNeeded(ITypeSymbol type) =>
        type is { IsReferenceType: true, SpecialType: not (SpecialType.System_Object or SpecialType.System_String),
            NullableAnnotation: not NullableAnnotation.Annotated };
}
