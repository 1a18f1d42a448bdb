package safety

// Diseases, devices and medicines by names that are said of nothing else: the
// clinician who knows the person first. Who only works with them is not meant.
var namedRules = ruleSet{
	group: "condition",
	named: true,
	concepts: map[string]string{
		"diagnosis": `acromegaly|addisons|adrenoleukodystrophy|agammaglobulinemia|alpha 1 antitrypsin|alport|amyloidosis|
			ankylosing spondylitis|antiphospholipid|aplastic anaemia|aplastic anemia|arvc|av block|becker dystrophy|
			behcets|bicuspid|brain tumour|brain tumor|brittle asthma|brugada|bundle branch block|calcium score|
			carcinoid|cardioversion|carotid|cerebral palsy|charcot marie tooth|chiari|cidp|cll|cml|
			coarctation|colostomy|cpvt|crohns|crohn|cushings|cystic kidney|dermatomyositis|diabetes insipidus|dka|
			duchenne|ehlers danlos|eisenmenger|ejection fraction|eosinophilic|epidermolysis|fabry|factor v|
			factor v leiden|fistula arm|fontan|friedreichs|gaucher|giant cell arteritis|glioma|glioblastoma|
			guillain barre|haemochromatosis|hemochromatosis|hepatitis b|hepatitis c|hocm|hodgkins|huntingtons|
			hydrocephalus|ileostomy|iga nephropathy|ischaemic|ischemic heart|kearns|left ventricle|
			leukaemia|leukemia|lung fibrosis|lupus|lymphoedema|lymphoma|marfan|mastocytosis|mcad|mcardle|mcardles|
			melanoma|melas|meningioma|mesothelioma|mitochondrial myopathy|motor neurone|moyamoya|myasthenia|
			myeloma|myelofibrosis|myopathy|narcolepsy|nephropathy|nephrotic|nephritis|neuroblastoma|
			neurofibromatosis|neutropenia|neutropenic|osteogenesis|osteosarcoma|pancreatitis|paroxysmal|
			pemphigus|pheochromocytoma|phaeochromocytoma|pku|pneumothorax|polycystic kidney|polycystic kidneys|
			polycythemia|polycythaemia|polymyositis|porphyria|portal vein clot|protein c deficiency|
			protein s deficiency|psoriatic arthritis|pulmonary embolism|pulmonary fibrosis|renal failure|
			retinopathy|sarcoidosis|sarcoma|scleroderma|sick sinus|sickle cell|spina bifida|stoma|
			subarachnoid|syringomyelia|syrinx|takayasu|takotsubo|takutsubo|tetralogy|thalassaemia|thalassemia|
			thrombophilia|transposition|tuberculosis|turners syndrome|ulcerative colitis|vasculitis|
			von willebrand|wegeners|wilson disease|wolff parkinson white|clot on the lung|clot on my lung|
			clot in my lung|clots in my lungs|lung clot|lung clots|bypass operation|kidney graft|liver graft|
			new kidney|new liver|new heart valve|mechanical valve|tissue valve|valve replacement|valve replaced|
			valve repair|one lung|half a lung|autoimmune hepatitis|fatty liver disease|my kidney function|low kidney function|reduced kidney function|egfr|
			dialysis`,
		"device": `loop recorder|insulin pump|omnipod|dexcom|medtronic|tandem pump|spinal cord stimulator|
			deep brain stimulator|nerve stimulator|brain stimulator|baclofen pump|vp shunt|brain shunt|
			port a cath|chemo port|picc line|peg tube|feeding tube|tracheostomy|lvad|life vest|
			cochlear implant|aneurysm clip|ivc filter|gastric band|gastric sleeve|gastric bypass`,
		"drug": `abatacept|acebutolol|acenocoumarol|adalimumab|alendronate|alendronic acid|aliskiren|anastrozole|
			aripiprazole|atenolol|azathioprine|azilsartan|baclofen|benazepril|betaxolol|brivaracetam|bumetanide|
			buprenorphine|canagliflozin|candesartan|captopril|carbamazepine|carvedilol|chlorthalidone|
			ciclosporin|cilazapril|clonidine|clozapine|clobazam|colchicine|cyclosporin|cyclosporine|dabigatran|
			dapagliflozin|denosumab|dilantin|dofetilide|doxazosin|dronedarone|edoxaban|empagliflozin|enalapril|
			enoxaparin|entecavir|entresto|eplerenone|eprosartan|esmolol|etanercept|ethosuximide|everolimus|
			felodipine|forxiga|fosinopril|frusemide|furosemide|gliclazide|glimepiride|glipizide|glyburide|
			hctz|hydralazine|hydrochlorothiazide|hydrocortisone tablets|hydroxyurea|ibrutinib|imatinib|imuran|
			indapamide|infliximab|irbesartan|isosorbide|ivabradine|jardiance|keppra|keytruda|labetalol|
			lacosamide|lamictal|lamotrigine|lantus|lasix|letrozole|levetiracetam|levemir|lercanidipine|
			lovenox|marcumar|mepolizumab|metolazone|methotrexate|methyldopa|midodrine|minoxidil tablets|
			moxonidine|mycophenolate|nadolol|nicorandil|nifedipine|nitrolingual|nivolumab|novorapid|
			humalog|octreotide|olanzapine|olmesartan|oxaliplatin|oxcarbazepine|pembrolizumab|perindopril|
			phenobarbital|phenprocoumon|phenytoin|pindolol|prasugrel|prednisolone|procoralan|propafenone|
			quinapril|ranolazine|rituximab|ruxolitinib|sacubitril|sirolimus|sitagliptin|sotalol|
			spironolactone|sulfasalazine|tacrolimus|tamoxifen|taxol|telmisartan|temozolomide|ticagrelor|
			tinzaparin|timolol|tocilizumab|topiramate|torasemide|torsemide|toujeo|trandolapril|tresiba|
			valproate|valsartan|vigabatrin|depakote|tegretol|zometa|zoledronic|water pill|water pills|
			water tablets|pressure pills|pressure tablets|pressure medicine|bp medicine|bp pills|bp pill|bp med|
			sugar medicine|heart tablets|heart tablet|heart pill|heart medicine|heart drug|thinners`,
	},
	rules: []rule{
		sure(T3,
			"$diagnosis|$device|$drug",
			"$general ..3 $diagnosis|$drug",
			"$theory ..7 $diagnosis|$drug",
			"charity|fundraiser|fundraising|awareness|in memory|documentary|screening|exam|lecture|article|book|series|film|episode",
			"never had|dont have|family history|runs in|ruled out",
			"$laugh",
			`i work|works in|works on|work on|pharmacist|pharmacy|my patients|salesman|my nan|my gran|my grandad|
				my granny|my uncle|my aunt|my aunty|neighbour|neighbor|colleague & $diagnosis|$device|$drug`,
			"years ago|$healed",
			"medtronic & office|job|work",
			"paint|supplement|word|words|what is|whats|vaccine|vaccinated|jab|booster",
		),
	},
}
